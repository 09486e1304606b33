"use strict";
(() => {
  const source = document.getElementById("source");
  const tree = document.getElementById("tree");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const groups = new Map();
  for (const part of document.querySelectorAll("[data-n]")) {
    const number = part.dataset.n;
    if (!groups.has(number)) groups.set(number, []);
    groups.get(number).push(part);
  }
  const owner = (event) => event.target instanceof Element ? event.target.closest("[data-n]") : null;
  let lit = null;

  const light = (number) => {
    if (number === lit) return;
    for (const part of groups.get(lit) ?? []) part.classList.remove("lit");
    for (const part of groups.get(number) ?? []) part.classList.add("lit");
    lit = number;
  };
  const stop = (part) => (part.hasAttribute("tabindex") ? part : document.getElementById("s" + part.dataset.n));
  const twin = (part) => {
    const other = source.contains(part) ? tree : source;
    return (groups.get(part.dataset.n) ?? []).find((candidate) => other.contains(candidate) && candidate.id);
  };
  const show = (part) => part?.scrollIntoView({ block: "nearest", behavior: calm });
  // One stop for the Tab key in each pane: it moves along with the focus.
  const rest = (pane, part) => {
    for (const old of pane.querySelectorAll('[data-n][tabindex="0"]')) old.tabIndex = -1;
    part.tabIndex = 0;
  };
  const stops = (pane) => [...pane.querySelectorAll("[data-n][tabindex]")];
  const step = (part, by) => {
    const pane = source.contains(part) ? source : tree;
    const all = stops(pane);
    const next = all[Math.min(Math.max(all.indexOf(stop(part)) + by, 0), all.length - 1)];
    next?.focus();
  };

  document.addEventListener("mouseover", (event) => {
    const part = owner(event);
    if (part) light(part.dataset.n);
  });
  document.addEventListener("focusin", (event) => {
    const part = owner(event);
    if (!part) return;
    light(part.dataset.n);
    const at = stop(part);
    if (at) rest(source.contains(at) ? source : tree, at);
    show(twin(part));
  });
  document.addEventListener("click", (event) => {
    const part = owner(event);
    if (!part || !getSelection().isCollapsed) return;
    event.preventDefault();
    light(part.dataset.n);
    show(twin(part));
  });
  document.addEventListener("keydown", (event) => {
    const part = owner(event);
    if (!part || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") step(part, 1);
    else if (event.key === "ArrowUp") step(part, -1);
    else if (event.key === "Home") step(part, -Infinity);
    else if (event.key === "End") step(part, Infinity);
    else if (event.key === "Enter") twin(part)?.focus();
    else return;
    event.preventDefault();
  });
  for (const pane of [source, tree]) {
    const first = stops(pane)[0];
    if (first) first.tabIndex = 0;
  }
})();
