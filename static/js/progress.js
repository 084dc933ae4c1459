// Follows an announcement: fetches the page again while something waits, and puts its progress in place.
const PAUSE = 2000;

const follow = async () => {
  const shown = document.querySelector("[data-progress]");
  if (!shown?.querySelector("[data-waiting]")) return;
  try {
    const response = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.innerHTML = fresh.innerHTML;
  } catch {
    // No connection for a moment: the next look may find one.
  }
  setTimeout(follow, PAUSE);
};
setTimeout(follow, PAUSE);
