"use strict";
/* The drawing as it is seen, written as SVG. */

fayan.svg = (() => {
  // What XML does not allow at all is left out; the rest of its signs are written as references.
  const clean = (text) => text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const text = (value) => clean(String(value)).replace(/[&<>"]/g, (sign) => REFERENCES[sign]);
  const number = (value) => String(Math.round(value * 100) / 100);

  function tag(name, attributes, inside = "") {
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : text(value)}"`);
    return `<${name}${written.join("")}>${inside}</${name}>`;
  }

  const CORNERS = { square: [4, 45], diamond: [4, 0], triangle: [3, -90], triangleDown: [3, 90], hexagon: [6, 0] };

  function points(shape, x, y, r) {
    const found = [];
    const [count, turn] = shape === "star" ? [10, -90] : CORNERS[shape];
    const far = shape === "square" ? r * Math.SQRT2 : r;
    for (let i = 0; i < count; i += 1) {
      const angle = ((turn + (360 * i) / count) * Math.PI) / 180;
      const reach = shape === "star" && i % 2 ? far * 0.45 : far;
      found.push(`${number(x + reach * Math.cos(angle))},${number(y + reach * Math.sin(angle))}`);
    }
    return found.join(" ");
  }

  function node(row, at, scale, pale) {
    const { x, y } = fayan.stage.front.toScreen(at);
    const r = at.size * scale;
    const { fill, line, width } = fayan.colours.node(row);
    const paint = { fill, stroke: line, "stroke-width": Math.max(width * scale, 0.4), opacity: pale ? 0.2 : null };
    const title = tag("title", {}, text(row.label));
    return row.shape in CORNERS || row.shape === "star"
      ? tag("polygon", { points: points(row.shape, x, y, r), ...paint }, title)
      : tag("circle", { cx: x, cy: y, r, ...paint }, title);
  }

  function edge(row, scale, focus) {
    const stage = fayan.stage.front;
    const [from, to] = [stage.place(row.from), stage.place(row.to)];
    if (!from || !to) return "";
    const [a, b] = [stage.toScreen(from), stage.toScreen(to)];
    const bend = stage.bend(row.id) && stage.toScreen(stage.bend(row.id));
    const way = bend ? `Q${number(bend.x)},${number(bend.y)} ` : "L";
    const strong = focus && focus.edges.has(row.id);
    const { soft, full } = fayan.colours.edge(row);
    return tag("path", {
      d: `M${number(a.x)},${number(a.y)} ${way}${number(b.x)},${number(b.y)}`,
      fill: "none",
      stroke: strong ? full : soft,
      "stroke-width": Math.max(row.width * scale, 0.4),
      "stroke-dasharray": row.dashes ? row.dashes.map((one) => number(one * scale)).join(" ") : null,
      opacity: focus && !strong ? 0.2 : null,
    }, tag("title", {}, text(fayan.dom.relation(row.predicate).name)));
  }

  const label = ({ text: words, x, y, size, font, ink }) =>
    tag("text", {
      x, y: y + size * 0.36,
      "font-size": size,
      "font-weight": font.startsWith("600") ? 600 : null,
      fill: ink,
      stroke: fayan.colours.paper,
      "stroke-width": 3.5,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    }, text(words));

  /** The drawing in front as an SVG document: edges, nodes with their names as titles, labels. */
  function drawing() {
    const stage = fayan.stage.front;
    const { clientWidth: width, clientHeight: height } = stage.canvas();
    const scale = stage.scale();
    const focus = fayan.stage.focus();
    const inside = (at) => {
      const { x, y } = stage.toScreen(at);
      return x > -60 && y > -60 && x < width + 60 && y < height + 60;
    };
    const nodes = stage
      .nodes()
      .map((row) => [row, stage.place(row.id)])
      .filter(([, at]) => at && inside(at))
      .map(([row, at]) => node(row, at, scale, focus && !focus.nodes.has(row.id)));
    const parts = [
      tag("title", {}, text(document.title)),
      tag("rect", { width, height, fill: fayan.colours.paper }),
      ...stage.edges().map((row) => edge(row, scale, focus)),
      ...nodes.reverse(),
      ...fayan.labelled.set.map(label),
    ];
    const family = getComputedStyle(document.body).fontFamily;
    return tag(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": family },
      `\n${parts.join("\n")}\n`,
    );
  }

  return { drawing };
})();
