"use strict";
/* All nodes with the measures of how central they are, as a table. */

fayan.centrality = (() => {
  const { byId, el, link, className, go } = fayan.dom;
  const DIGITS = { degree: 0, weighted_degree: 0, pagerank: 5, betweenness: 4, eigenvector: 4 };
  const SAID = {
    degree: "有几个相邻的节点",
    weighted_degree: "与相邻节点共有几句话",
    pagerank: "重要的节点指向的也重要",
    betweenness: "有多少最短路径经过它",
    eigenvector: "相邻的节点越居中心，它也越居中心",
  };
  const measures = Object.keys(fayan.names.measures);
  let made = null;

  function columns() {
    return [
      { name: "节点", value: (node) => node.label, cell: (node) => link(node.id, 30) },
      { name: "类别", value: (node) => className(node.cls), cell: (node) => className(node.cls) },
      ...measures.map((measure, position) => ({
        name: fayan.names.measures[measure],
        title: SAID[measure],
        numeric: true,
        value: (node) => node.measures[position],
        cell: (node) => node.measures[position].toFixed(DIGITS[measure]),
      })),
      {
        name: "社群",
        value: (node) => node.community,
        numeric: true,
        cell: (node) => go({ selection: { community: node.community } }, {}, String(node.community)),
      },
    ];
  }

  function show() {
    if (made) return;
    const by = 2 + measures.indexOf("pagerank");
    made = fayan.table({ caption: "各节点的中心性", columns: columns(), rows: fayan.order, by });
    byId("sheet-centrality").replaceChildren(
      el("h2", {}, "中心性"),
      el("p", { class: "lead" }, "点列名排序，点节点看它的原话。"),
      made.element,
    );
  }

  function csv() {
    return [
      columns().map((one) => one.name),
      ...made.rows().map((node) => [node.label, className(node.cls), ...node.measures, node.community]),
    ];
  }

  return { show, csv };
})();
