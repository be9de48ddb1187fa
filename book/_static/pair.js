/* Two reports side by side: whoever points at a sentence, or comes to it by keyboard, sees its counterparts light up
   wherever they stand. Without JavaScript the links between them do. */
(() => {
  "use strict";

  const light = (event, on) => {
    const cell = event.target.closest ? event.target.closest(".corpus-pair .side") : null;
    if (!cell) return;
    for (const sentence of cell.querySelectorAll(".sentence[data-with]")) {
      for (const id of sentence.dataset.with.split(" ")) {
        const other = document.getElementById(id);
        if (other) other.classList.toggle("lit", on);
      }
    }
  };

  document.addEventListener("mouseover", (event) => light(event, true));
  document.addEventListener("mouseout", (event) => light(event, false));
  document.addEventListener("focusin", (event) => light(event, true));
  document.addEventListener("focusout", (event) => light(event, false));
})();
