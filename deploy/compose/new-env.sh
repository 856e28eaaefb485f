#!/bin/sh
# `deploy/compose/new-env.sh https://desk.example.com > .env`: .env.example with new secrets in it.
set -eu
umask 077
case "${1-}" in
http://* | https://*) ;;
*)
  echo "usage: $0 https://desk.example.com > .env" >&2
  exit 2
  ;;
esac
if [ -t 1 ]; then
  echo "Secrets belong into a file: $0 $1 > .env" >&2
  exit 2
fi
while IFS= read -r line; do
  case "$line" in
  PUBLIC_URL=) echo "$line$1" ;;
  SECRETS_KEY= | KEY_ENCRYPTION_KEY=) echo "$line$(openssl rand -base64 32)" ;;
  EVIDENCE_KEY=) echo "$line$(openssl genpkey -algorithm ed25519 -outform DER | base64 | tr -d '\n')" ;;
  [A-Z]*=) echo "$line$(openssl rand -hex 32)" ;;
  *) printf '%s\n' "$line" ;;
  esac
done <"$(dirname "$0")/../../.env.example"
