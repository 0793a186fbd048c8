"use client";

/** Opens the browser's own way to print what is on the page. */
export const PrintButton = ({ label }: { label: string }) => (
  <button type="button" className="menu-item" onClick={() => window.print()}>
    {label}
  </button>
);
