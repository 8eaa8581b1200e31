"use strict";
/* Starts the page, and keeps drawing, panel, reader and sheets at the state the address names. */

(() => {
  const { byId, el, short, say } = fayan.dom;

  /** Shows one of the three views. */
  function view(state) {
    for (const tab of document.querySelectorAll("[role=tab]")) {
      const chosen = tab.dataset.view === state.view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    document.body.dataset.view = state.view;
    if (state.view === "compare") fayan.compare.show(state.indicator);
    if (state.view === "centrality") fayan.centrality.show();
  }

  function announce(selection) {
    if (!selection) say("");
    else if (selection.node !== undefined) {
      const { label } = fayan.nodes.get(selection.node);
      say(`已选 ${short(label, 40)}，${fayan.edgesOf(selection.node).length} 条关系`);
    }
  }

  /** The nodes that a selection cannot do without, whatever the filters say. */
  function needed(selection) {
    if (!selection || selection.community !== undefined || selection.figure !== undefined) return [];
    return selection.node !== undefined ? [selection.node] : fayan.stage.reach(selection).nodes;
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** Whether a change asks for what the reader covers: the graph on a phone, else a table. */
  function leaves({ view, selection }, { moved, turned }) {
    const { narrow, tight } = fayan.camera;
    return (moved && selection && narrow.matches) || (turned && view !== "graph" && tight.matches);
  }

  /** Takes over a state; `before` is the one until now. */
  function follow(state, before) {
    const asked = !fayan.pointed;
    fayan.pointed = false;
    const { selection, reader } = state;
    const moved = !same(selection, before.selection);
    const turned = state.view !== before.view || state.indicator !== before.indicator;
    if (turned || !byId("tab-graph").hasAttribute("aria-selected")) view(state);
    document.body.classList.toggle("sheet", selection !== null);
    if (reader && before.reader && leaves(state, { moved, turned })) {
      return fayan.address.go({ reader: null });
    }
    fayan.panel.show(state);
    if (moved) needed(selection).forEach((id) => fayan.legend.reveal(fayan.nodes.get(id)));
    fayan.stage.select(selection);
    fayan.takeStock();
    const readerMoved = !same(reader, before.reader);
    fayan.reader.show(state);
    if (readerMoved) fayan.network.vis.redraw(); // the drawing has another width
    if (moved) announce(selection);
    if (selection && (moved || readerMoved) && state.view === "graph") {
      fayan.camera.bring(selection, moved && asked);
    }
    if (selection && moved && asked && !reader) byId("panel").querySelector("h2").focus({ preventScroll: true });
  }

  function controls() {
    const size = byId("size");
    const measures = ["pagerank", "degree", "betweenness"]; // as `sizes` of the nodes
    measures.forEach((measure, position) =>
      size.append(el("option", { value: String(position) }, fayan.names.measures[measure])),
    );
    size.addEventListener("change", () => {
      fayan.network.size(Number(size.value));
      fayan.stage.front.redraw();
    });
    const wake = byId("wake");
    wake.addEventListener("click", () => {
      const on = wake.getAttribute("aria-pressed") !== "true";
      wake.setAttribute("aria-pressed", String(on));
      fayan.network.wake(on);
    });
    byId("extent").hidden = !fayan.network.large();
    for (const [id, whole] of [["core", false], ["entire", true]]) {
      byId(id).addEventListener("click", () => {
        fayan.stage.show(whole);
        wake.disabled = whole;
        byId("core").setAttribute("aria-pressed", String(!whole));
        byId("entire").setAttribute("aria-pressed", String(whole));
      });
    }
  }

  if (fayan.camera.narrow.matches) {
    byId("legend").open = false;
    byId("legend").append(byId("by-speech"), byId("by-framework"));
  }
  fayan.colours.start();
  fayan.network.start(byId("drawing"));
  fayan.stage.start();
  fayan.search.start();
  fayan.legend.start();
  fayan.reader.start();
  fayan.take.start();
  fayan.keys.start();
  controls();
  fayan.colours.onChange(() => {
    fayan.network.refresh();
    fayan.stage.front.redraw();
  });
  fayan.colours.refresh();
  fayan.network.vis.redraw(); // to the size that is left for it
  fayan.camera.fit(false);
  fayan.address.onChange(follow);
  fayan.address.start();
})();
