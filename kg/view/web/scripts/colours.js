"use strict";
/* The colours of the drawing, read from the style sheet, and the choice of light or dark. */

fayan.colours = (() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let read = {};

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function mix(one, other, share) {
    const part = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
    const channel = (at) => Math.round(part(one, at) * share + part(other, at) * (1 - share));
    return `rgb(${channel(1)},${channel(3)},${channel(5)})`;
  }

  function readAll() {
    const style = getComputedStyle(root);
    const value = (name) => style.getPropertyValue(`--${name}`).trim();
    const values = (names) => Object.fromEntries([...names, "other"].map((one) => [one, value(one)]));
    read = {
      paper: value("paper"),
      ink: value("ink"),
      groups: values(Object.keys(fayan.names.looks)),
      families: values(Object.keys(fayan.names.families)),
    };
  }

  const family = (edge) => read.families[fayan.dom.relation(edge.predicate).family];

  /** How a node is drawn: {fill, line, width, strong}; those without relations are paler. */
  function node(row) {
    const hollow = Boolean((fayan.names.looks[row.group] || {}).hollow);
    const full = read.groups[row.group] || read.groups.other;
    const tone = fayan.edgesOf(row.id).length ? full : mix(full, read.paper, 0.5);
    return {
      fill: hollow ? read.paper : tone,
      line: hollow ? tone : read.paper,
      strong: hollow ? full : read.ink,
      width: (hollow ? 2 : 1.2) * (fayan.nodes.size > 1000 ? 0.5 : 1),
    };
  }

  const edge = (row) => ({ soft: mix(family(row), read.paper, 0.5), full: family(row) });
  const edgeInk = (row) => mix(family(row), read.ink, 0.6);

  function refresh() {
    readAll();
    fayan.dom.byId("theme").textContent = isDark() ? "浅色" : "深色";
    listeners.forEach((listener) => listener());
  }

  function set(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    refresh();
  }

  function keep(theme) {
    try {
      localStorage.setItem("fayan-theme", theme);
    } catch {
      // a browser that keeps nothing for files
    }
  }

  function kept() {
    try {
      return localStorage.getItem("fayan-theme");
    } catch {
      return null;
    }
  }

  function start() {
    if (["light", "dark"].includes(kept())) root.dataset.theme = kept();
    readAll();
    dark.addEventListener("change", refresh);
    fayan.dom.byId("theme").addEventListener("click", () => {
      set(isDark() ? "light" : "dark");
      keep(root.dataset.theme);
    });
  }

  return {
    start, refresh, set, mix, node, edge, edgeInk,
    onChange: (listener) => listeners.push(listener),
    get paper() { return read.paper; },
    get ink() { return read.ink; },
  };
})();
