"use strict";
/* What can be taken away: the view as PNG or SVG, the selection or the sheet as CSV. */

fayan.take = (() => {
  const { byId, el, button, className, relation, say } = fayan.dom;

  function save(name, blob) {
    const address = URL.createObjectURL(blob);
    const link = el("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say(`已保存 ${name}`);
  }

  function png() {
    const from = fayan.stage.front.canvas();
    const made = el("canvas", { width: from.width, height: from.height });
    const context = made.getContext("2d");
    context.fillStyle = fayan.colours.paper;
    context.fillRect(0, 0, made.width, made.height);
    context.drawImage(from, 0, 0);
    made.toBlob((blob) => save("graph.png", blob), "image/png");
  }

  function svg() {
    save("graph.svg", new Blob([fayan.svg.drawing()], { type: "image/svg+xml" }));
  }

  /** A field of a CSV; what a spreadsheet would take for a formula becomes text, as in the tables
   * that `kg build` writes. */
  function field(value) {
    let text = String(value);
    if (/^([=+@\t\r]|-(?![\d.]+$))/.test(text) && typeof value !== "number") text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  const written = (rows) => rows.map((row) => row.map(field).join(",") + "\r\n").join("");

  /** The relations of the selection, or all that are drawn, a row for each passage. */
  function relations() {
    const { edges } = fayan.stage.reach(fayan.stage.selection);
    const rows = fayan.stage.selection
      ? [...edges].map((id) => fayan.edges.get(id))
      : fayan.stage.front.edges();
    const lines = rows.flatMap((edge) => {
      const [from, to] = [fayan.nodes.get(edge.from), fayan.nodes.get(edge.to)];
      const ends = [from.label, className(from.cls), relation(edge.predicate).name, to.label, className(to.cls)];
      const state = fayan.names.statuses[edge.status] || edge.status;
      if (!edge.quotes.length) return [[...ends, state, fayan.quotes.source(edge), "", "", "", ""]];
      return edge.quotes.map((index) => {
        const quote = fayan.quote(index);
        const speech = quote.speech ? quote.speech.label : "";
        return [...ends, state, quote.text, speech, quote.file, quote.start, quote.end];
      });
    });
    const head = ["主体", "主体类别", "关系", "客体", "客体类别", "状态", "原文", "发言", "文件", "起", "止"];
    return [head, ...lines];
  }

  function csv() {
    const { view } = fayan.address.read();
    const rows = { graph: relations, compare: fayan.compare.csv, centrality: fayan.centrality.csv }[view]();
    save(`${view}.csv`, new Blob(["\ufeff", written(rows)], { type: "text/csv;charset=utf-8" }));
  }

  function start() {
    const kinds = [
      ["图片 PNG", "graph", png],
      ["矢量图 SVG", "graph", svg],
      ["表格 CSV", "", csv],
    ];
    const menu = byId("take");
    const list = el("div", { class: "menu" });
    for (const [name, only, act] of kinds) {
      const made = button(name, () => {
        menu.open = false;
        act();
      }, { class: "chip", "data-only": only || null });
      list.append(made);
    }
    menu.append(list);
    fayan.legend.menu(menu);
  }

  return { start };
})();
