const KEY = 'crewready-reloaded';
const SOON_MS = 10_000;

/**
 * Loads the page anew when a script of it is not there: the server has another version by then. Not again at once,
 * where that does not help.
 */
export function reloadWhenReplaced(): void {
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < SOON_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
