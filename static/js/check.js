"use strict";

// Keeps the progress page up to date: asks every second, and more often until the first answer shows, and puts the
// server's own text in place.
(() => {
  const now = document.getElementById("check-now");
  const part = document.getElementById("check-part");
  const everyMilliseconds = 1000;
  const firstMilliseconds = 250; // the first answers come at once
  let quick = 12; // how often it asks like that; a check may have to wait for its turn
  let shown = "";

  const say = (text) => {
    if (now.textContent !== text) {
      now.textContent = text; // only a changed sentence is read out
    }
  };

  const show = (page) => {
    if (page.location) {
      window.location.assign(page.location);
      return;
    }
    say(page.now);
    if (page.html !== shown) {
      quick = shown ? 0 : quick; // the first answer shows
      shown = page.html;
      part.innerHTML = page.html; // rendered and escaped by the server
    }
    quick -= 1;
    window.setTimeout(ask, quick > 0 ? firstMilliseconds : everyMilliseconds);
  };

  const ask = () => {
    fetch(now.dataset.status, { headers: { Accept: "application/json" }, cache: "no-store" })
      .then((answer) => {
        if (answer.status >= 400 && answer.status < 500) {
          window.location.reload(); // the page itself says what is the matter, such as an expired link
          return null;
        }
        return answer.json().then(show);
      })
      .catch(() => {
        say(now.dataset.lost);
        window.setTimeout(ask, 3 * everyMilliseconds);
      });
  };

  window.setTimeout(ask, firstMilliseconds);
})();
