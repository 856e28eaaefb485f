/** The sign of Orkestra: an open circle that a decision closes. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" role="img" aria-label="Orkestra">
      <path d="M24.5 10a10.5 10.5 0 1 0 1.5 9.5" stroke="#82bbc0" strokeWidth="2.8" strokeLinecap="round" />
      <path
        d="M11 16.5l4.200 4.200L26 9"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
