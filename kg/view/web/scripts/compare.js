"use strict";
/* Units side by side: a table of the indicators that several report, and one of them as bars. */

fayan.compare = (() => {
  const { byId, el, go, short } = fayan.dom;
  const COLUMNS = 8; // indicators in the table of all
  const figures = fayan.facts.figures;
  let shown = null; // {columns, rows}: what is on the sheet, for the CSV

  /** The comparisons of one indicator, by kind. */
  const kindsOf = (indicator) =>
    fayan.facts.comparisons.filter((one) => one.indicator === indicator);
  const indicators = [...new Set(fayan.facts.comparisons.map((one) => one.indicator))];
  const kindName = (kind) => fayan.names.kinds[kind] || kind;

  function cell(number) {
    if (number === undefined) return "—";
    const figure = figures[number];
    const attributes = { class: "figure", title: `${figure.indicator}，${figure.period || "时期不明"}：看原文` };
    return go({ selection: { figure: number }, view: "compare", indicator: shown.indicator }, attributes, figure.value);
  }

  const amount = (number) => (number === undefined ? null : Number(figures[number].amount));

  /** A unit's name, the way to its node where it is drawn. */
  function unitName(unit) {
    const speech = fayan.facts.speeches.find((row) => (fayan.nodes.get(row.unit) || {}).label === unit);
    return speech ? fayan.dom.link(speech.unit, 16) : short(unit, 16);
  }

  function column(comparison, name, note = "") {
    const byUnit = new Map(comparison.figures.map((number) => [figures[number].unit, number]));
    return {
      name,
      note,
      numeric: true,
      kind: comparison.kind,
      numberOf: (unit) => byUnit.get(unit),
      value: (unit) => amount(byUnit.get(unit)),
      cell: (unit) => cell(byUnit.get(unit)),
    };
  }

  const units = (columns) =>
    [...new Set(figures.map((figure) => figure.unit))]
      .filter((unit) => columns.some((one) => one.numberOf(unit) !== undefined));

  const first = { name: "单位", value: (unit) => unit, cell: unitName };

  /** Of all indicators: units down, the most reported indicators across. */
  function overview() {
    const columns = fayan.facts.comparisons
      .slice(0, COLUMNS)
      .map((one) => column(one, one.indicator, kindName(one.kind)));
    return lay("各单位的指标", columns, 1);
  }

  /** Of one indicator: units down, its kinds and the period across. */
  function single(indicator) {
    const columns = kindsOf(indicator).map((one) => column(one, kindName(one.kind)));
    const period = (unit) => {
      const numbers = columns.map((one) => one.numberOf(unit)).filter((one) => one !== undefined);
      return [...new Set(numbers.map((number) => figures[number].period || "不明"))].join("、");
    };
    return lay(`各单位的${indicator}`, columns, 1, [{ name: "时期", value: period, cell: period }]);
  }

  function lay(caption, columns, by, more = []) {
    const all = [first, ...columns, ...more];
    const made = fayan.table({ caption, columns: all, rows: units(columns), by });
    Object.assign(shown, { columns: all, rows: made.rows });
    return made.element;
  }

  /** Bars of one comparison, the best first; a fall goes left of the line. */
  function bars(comparison) {
    const values = comparison.figures.map(amount);
    const low = Math.min(0, ...values);
    const span = Math.max(0, ...values) - low || 1;
    const rank = comparison.kind === "Rank";
    const rows = comparison.figures.map((number, position) => {
      const value = rank ? 1 / values[position] : values[position];
      const scale = rank ? 1 : span;
      const from = ((Math.min(0, value) - (rank ? 0 : low)) / scale) * 100;
      const bar = el("span", { class: value < 0 ? "bar fall" : "bar" });
      bar.style.left = `${from}%`;
      bar.style.width = `${(Math.abs(value) / scale) * 100}%`;
      const figure = figures[number];
      return el(
        "li",
        {},
        el("span", { class: "who" }, unitName(figure.unit)),
        el("span", { class: "track", "aria-hidden": "true" }, bar),
        el("span", { class: "how-much" }, cell(number), figure.period ? el("small", {}, figure.period) : ""),
      );
    });
    const title = `${comparison.indicator} · ${kindName(comparison.kind)}`;
    return el("section", { class: "chart" }, el("h3", {}, title), el("ol", {}, rows));
  }

  function chooser(indicator) {
    const options = indicators.map((one) =>
      el("option", { value: one, selected: one === indicator }, `${short(one, 24)}（${kindsOf(one)[0].figures.length}）`),
    );
    const choose = el("select", { id: "indicator" }, el("option", { value: "" }, "全部指标"), options);
    choose.addEventListener("change", () => {
      fayan.address.go({ view: "compare", indicator: choose.value });
      byId("indicator").focus();
    });
    return el("p", { class: "chooser" }, el("label", { for: "indicator" }, "指标"), choose);
  }

  function show(indicator) {
    const known = indicators.includes(indicator) ? indicator : "";
    shown = { indicator: known };
    const pane = byId("sheet-compare");
    if (!indicators.length) {
      const why = "没有两个单位报告同一项指标，无从比较；各单位自己的数据见图中它的节点。";
      pane.replaceChildren(el("h2", {}, "比较"), el("p", { class: "empty" }, why));
      return;
    }
    const charts = known ? kindsOf(known) : fayan.facts.comparisons.slice(0, 1);
    const note = el("p", { class: "lead" }, "点一个数，看它的原话。只比整个单位已报告的数据。");
    const sheet = known ? single(known) : overview();
    pane.replaceChildren(el("h2", {}, "比较"), chooser(known), note, ...charts.map(bars), sheet);
  }

  /** What is on the sheet as rows of text, a head row first. */
  function csv() {
    const { columns, rows } = shown;
    const text = (column, unit) => {
      if (!column.numberOf) return column.value(unit);
      const number = column.numberOf(unit);
      return number === undefined ? "" : figures[number].value;
    };
    return [columns.map((one) => [one.name, one.note].filter(Boolean).join(" ")), ...rows().map((unit) => columns.map((one) => text(one, unit)))];
  }

  return { show, csv };
})();
