{
  description = "What the development of Orkestra needs: `nix develop`";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forEach = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
    in
    {
      devShells = forEach (pkgs: {
        default = pkgs.mkShell {
          packages = [
            pkgs.nodejs_22
            (pkgs.python3.withPackages (python: [ python.pip ]))
            pkgs.postgresql_18
            pkgs.temporal-cli
            pkgs.kubernetes-helm
          ];
        };
      });
      formatter = forEach (pkgs: pkgs.nixfmt);
    };
}
