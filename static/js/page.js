// Small comforts. Every page does its work without them.
(() => {
  "use strict";

  // Paper has nothing to unfold: what is folded is printed, and folded again afterwards.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("main details:not([open])")];
    unfolded.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => unfolded.forEach((part) => { part.open = false; }));

  // A problem, or news, is where a person should go on reading.
  document.querySelector("[data-focus]")?.focus();

  // Copy buttons: data-copy names the field, data-copied the words that follow in the status beside the button.
  const copy = async (field) => {
    field.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
    } else {
      document.execCommand("copy"); // pages without TLS have no clipboard API
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const status = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(field);
      status.textContent = button.dataset.copied;
    });
  }
})();
