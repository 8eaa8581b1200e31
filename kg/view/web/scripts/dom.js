"use strict";
/* Makes elements. Everything from the data becomes a text node or an attribute, never markup. */

fayan.dom = (() => {
  const SHAPES = {
    dot: ["circle", { cx: 8, cy: 8, r: 5.6 }],
    square: ["rect", { x: 2.8, y: 2.8, width: 10.4, height: 10.4 }],
    diamond: ["polygon", { points: "8,1 15,8 8,15 1,8" }],
    triangle: ["polygon", { points: "8,1.6 15,13.8 1,13.8" }],
    triangleDown: ["polygon", { points: "8,14.4 15,2.2 1,2.2" }],
    hexagon: ["polygon", { points: "4.6,2.2 11.4,2.2 14.8,8 11.4,13.8 4.6,13.8 1.2,8" }],
    star: [
      "polygon",
      { points: "8,.8 10.2,5.6 15.4,6.2 11.5,9.7 12.6,14.9 8,12.2 3.4,14.9 4.5,9.7 .6,6.2 5.8,5.6" },
    ],
  };

  const byId = (id) => document.getElementById(id);

  function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== ""));
    return element;
  }

  function button(text, act, attributes = {}) {
    const made = el("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  }

  /** `text` on one line, at most `most` characters long. */
  function short(text, most) {
    const line = text.slice(0, 4 * most).replace(/\s+/g, " ").trim();
    const characters = Array.from(line);
    return characters.length > most ? characters.slice(0, most - 1).join("") + "…" : line;
  }

  /** The mark of a class group as it is drawn in the network. */
  function mark(group) {
    const look = fayan.names.looks[group] || { shape: "dot", hollow: false };
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", `mark ${groupClass(group)}${look.hollow ? " hollow" : ""}`);
    const [tag, geometry] = SHAPES[look.shape];
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(geometry)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  }

  const groupClass = (group) => `g-${group in fayan.names.looks ? group : "other"}`;
  const className = (cls) => fayan.names.classes[cls] || cls;
  const relation = (predicate) =>
    fayan.names.predicates[predicate] || { family: "other", name: predicate, inverse: predicate };

  /** A link that changes `change` of the page's state, and leaves the rest of it as it is. */
  function go(change, attributes, ...children) {
    const anchor = el("a", { href: fayan.address.of(change), ...attributes }, ...children);
    anchor.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      fayan.address.go(change);
    });
    return anchor;
  }

  function link(id, most = 60) {
    const node = fayan.nodes.get(id);
    const name = el("bdi", {}, short(node.label, most));
    return go({ selection: { node: id } }, { class: "node" }, mark(node.group), name);
  }

  function say(text) {
    byId("status").textContent = text;
  }

  return { byId, el, button, short, mark, groupClass, className, relation, go, link, say };
})();
