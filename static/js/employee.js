// Says that a browser shows the page to somebody. Programs that look through links in mails seldom run scripts.
(() => {
  "use strict";

  const page = document.querySelector("[data-opened]");
  const tell = () => {
    if (document.visibilityState !== "visible") {
      return;
    }
    document.removeEventListener("visibilitychange", tell);
    fetch(page.dataset.opened, { method: "POST", keepalive: true }).catch(() => {}); // only a figure in a table
  };

  document.addEventListener("visibilitychange", tell);
  tell();
})();
