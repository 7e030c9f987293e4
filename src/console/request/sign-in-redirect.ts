// The sign-in page is a page of its own, outside this app; it brings the person back to where they were.

/** Leaves for the sign-in page, once. */
export function goToSignIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Leaves for the page that changes a password somebody else has seen; nothing here is open before. */
export function goToFirstPassword(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in/password?next=${encodeURIComponent(here)}`);
}
