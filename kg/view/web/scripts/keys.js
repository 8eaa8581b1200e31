"use strict";
/* Keys, and the buttons that do the same; what printing changes. */

fayan.keys = (() => {
  const { byId } = fayan.dom;

  function inDrawing(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { pan, zoom, fit } = fayan.camera;
    const act = {
      ArrowLeft: () => pan(-60, 0),
      ArrowRight: () => pan(60, 0),
      ArrowUp: () => pan(0, -60),
      ArrowDown: () => pan(0, 60),
      "+": () => zoom(1.25),
      "=": () => zoom(1.25),
      "-": () => zoom(0.8),
      0: () => fit(true),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Escape takes back one thing: the reader, then the selection. */
  function escape() {
    const { reader, selection } = fayan.address.read();
    if (reader) fayan.address.go({ reader: null });
    else if (selection) fayan.address.go({ selection: null });
  }

  function anywhere(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") escape();
    if (event.key !== "/" || event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    byId("search").focus();
  }

  /** The tabs, by arrows as well. */
  function tabs() {
    const all = [...document.querySelectorAll("[role=tab]")];
    all.forEach((tab, number) => {
      tab.addEventListener("click", () => fayan.address.go({ view: tab.dataset.view, indicator: "" }));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const next = all[(number + step + all.length) % all.length];
        next.focus();
        next.click();
      });
    });
  }

  /* Printing: on white, with every quote that is folded away and every row left out. */

  let before = null;

  function print() {
    const folded = [...document.querySelectorAll("#panel details:not([open])")];
    before = { theme: document.documentElement.dataset.theme, folded };
    folded.forEach((details) => {
      details.open = true;
      if (details.fill) details.fill();
    });
    document.querySelectorAll("#panel button.more").forEach((more) => more.click());
    document.documentElement.dataset.print = "";
    fayan.colours.set("light");
  }

  function printed() {
    if (!before) return;
    before.folded.forEach((details) => (details.open = false));
    delete document.documentElement.dataset.print;
    fayan.colours.set(before.theme);
    before = null;
  }

  function start() {
    byId("network").addEventListener("keydown", inDrawing);
    document.addEventListener("keydown", anywhere);
    byId("in").addEventListener("click", () => fayan.camera.zoom(1.25));
    byId("out").addEventListener("click", () => fayan.camera.zoom(0.8));
    byId("fit").addEventListener("click", () => fayan.camera.fit(true));
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("search").focus();
    });
    byId("overview").addEventListener("click", () => {
      const open = document.body.classList.contains("sheet") && !fayan.stage.selection;
      if (location.hash) fayan.address.go({ selection: null, reader: null });
      document.body.classList.toggle("sheet", !open);
    });
    tabs();
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", printed);
  }

  return { start };
})();
