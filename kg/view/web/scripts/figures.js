"use strict";
/* Figures: which things they are of, and as a small table whose rows open their sentences. */

fayan.figureEnds = (() => {
  const ends = new Map();
  for (const [id, numbers] of Object.entries(fayan.facts.owned)) {
    for (const number of numbers) {
      if (!ends.has(number)) ends.set(number, []);
      ends.get(number).push(id);
    }
  }
  /** The ids of the things that a figure is of. */
  return (number) => ends.get(number) || [];
})();

fayan.figureTable = (() => {
  const { el, button } = fayan.dom;
  const MANY = 12;

  function status(value) {
    if (value === "Reported") return "";
    return el("span", { class: "badge" }, fayan.names.statuses[value] || value);
  }

  const kind = (figure) => fayan.names.kinds[figure.kind] || figure.kind;

  function rows(figure, label) {
    const shown = fayan.quotes.figure(figure.quote, [figure.indicator, figure.shared]);
    const words = el("tr", { class: "words", hidden: true }, el("td", { colspan: "4" }, shown));
    const area = figure.area && figure.area !== label ? `${figure.area} ` : "";
    const name = button(`${area}${figure.indicator}`, () => {
      words.hidden = !words.hidden;
      name.setAttribute("aria-expanded", String(!words.hidden));
    }, { "aria-expanded": "false", title: "看原文" });
    const about = [figure.unit, figure.about].filter((other) => other && other !== label);
    const line = el(
      "tr",
      {},
      el("th", { scope: "row" }, name, about.length ? el("small", {}, about.join(" · ")) : ""),
      el("td", { class: "value" }, figure.value),
      el("td", {}, kind(figure), figure.whole ? el("small", {}, `占${figure.whole}`) : ""),
      el("td", {}, figure.period || "—", status(figure.status)),
    );
    return [line, words];
  }

  /** The table of the figures at positions `numbers`; `label` goes without saying. */
  function table(numbers, label) {
    const pairs = numbers.map((number) => rows(fayan.facts.figures[number], label));
    const body = el("tbody");
    pairs.slice(0, MANY).forEach((pair) => body.append(...pair));
    const heads = ["指标", "数值", "类型", "时期"].map((name) => el("th", { scope: "col" }, name));
    const made = el("table", {}, el("thead", {}, el("tr", {}, heads)), body);
    if (pairs.length <= MANY) return [made];
    const more = button(`显示全部 ${pairs.length} 项`, () => {
      body.append(...pairs.slice(MANY).flat());
      more.remove();
    }, { class: "more" });
    return [made, more];
  }

  return { table, status, kind };
})();
