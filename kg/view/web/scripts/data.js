"use strict";
/* The data of the page and how to look it up. All other scripts hang themselves on `fayan`. */

const fayan = JSON.parse(document.getElementById("data").textContent);

(() => {
  const { nodes, edges, facts } = fayan;
  fayan.rows = { nodes, edges };
  fayan.nodes = new Map(nodes.map((node) => [node.id, node]));
  fayan.edges = new Map(edges.map((edge) => [edge.id, edge]));
  fayan.order = [...nodes].sort((a, b) => a.rank - b.rank); // the most central first

  const incident = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    incident.get(edge.from).push(edge);
    if (edge.to !== edge.from) incident.get(edge.to).push(edge);
  }
  fayan.edgesOf = (id) => incident.get(id);
  fayan.otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
  fayan.neighbours = (id) => {
    const found = new Set(incident.get(id).map((edge) => fayan.otherEnd(edge, id)));
    found.delete(id);
    return found;
  };

  const communities = new Map();
  for (const node of fayan.order) {
    if (!communities.has(node.community)) communities.set(node.community, []);
    communities.get(node.community).push(node.id);
  }
  fayan.communities = new Map([...communities].sort((a, b) => a[0] - b[0]));

  fayan.speeches = new Map(facts.speeches.map((speech, number) => [speech.id, number]));
  fayan.figures = new Map(facts.figures.map((figure, number) => [figure.id, number]));

  /** A passage: {speech, file, start, end, at, till, text}; `speech` is null for none, `at` and
   * `till` say where it stands in the text of the speech (-1: nowhere, -2: in its byline). */
  fayan.quote = (index) => {
    const [speech, file, start, end, at, till, own] = facts.quotes[index];
    const text = own === undefined ? facts.texts[speech].text.slice(at, till) : own;
    return {
      index, start, end, at, till, text,
      number: speech,
      speech: speech < 0 ? null : facts.speeches[speech],
      file: facts.files[file],
    };
  };

  const spoken = new Map(); // speech -> positions of its passages
  facts.quotes.forEach(([speech], index) => {
    if (!spoken.has(speech)) spoken.set(speech, []);
    spoken.get(speech).push(index);
  });
  fayan.quotesOf = (speech) => spoken.get(speech) || [];
  fayan.speechesOf = (item) => new Set(item.quotes.map((index) => facts.quotes[index][0]));
})();
