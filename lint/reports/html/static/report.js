(function () {
  "use strict";
  var doc = document;
  doc.documentElement.classList.add("js");
  var all = function (selector, root) { return Array.prototype.slice.call((root || doc).querySelectorAll(selector)); };
  var make = function (tag, attributes, children) {
    var element = doc.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name === "text") { element.textContent = attributes[name]; } else { element.setAttribute(name, attributes[name]); }
    });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  };
  var views = all(".view");
  var today = (doc.querySelector("header.top time") || {}).textContent || "";

  /* Plots: a dot leads to its statement. */
  doc.addEventListener("click", function (event) {
    var dot = event.target.closest && event.target.closest("[data-go]");
    if (dot && doc.getElementById(dot.getAttribute("data-go"))) { location.hash = dot.getAttribute("data-go"); }
  });

  /* Views: one part at a time; an anchor opens the part that it lies in. */
  var current = views[0];
  function show(view) {
    current = view;
    views.forEach(function (one) { one.toggleAttribute("data-off", one !== view); });
    all(".views a").forEach(function (a) {
      if (a.getAttribute("href") === "#" + view.id) { a.setAttribute("aria-current", "page"); } else { a.removeAttribute("aria-current"); }
    });
    apply();
  }
  function follow() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* no address of ours */ }
    var target = id && doc.getElementById(id);
    if (!target) { show(current); return; }
    var view = target.closest(".view");
    if (!view) { return; }
    show(view);
    if (target === view) { window.scrollTo(0, 0); return; }
    for (var up = target; up && up !== view; up = up.parentElement) {
      if (up.hidden) { reset(); }
      if (up.tagName === "DETAILS") { up.open = true; }
    }
    target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
    if (target.tagName !== "A") { target.setAttribute("tabindex", "-1"); }
    target.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", follow);

  /* Search and filters. */
  var tools = doc.getElementById("tools");
  var form = tools ? tools.content.firstElementChild.cloneNode(true) : make("form");
  if (tools) { doc.querySelector(".views").after(form); }
  var found = form.querySelector(".found");
  var selects = all("select", form);
  var query = form.querySelector("#q") || make("input");
  var items = new Map();
  views.forEach(function (view) {
    items.set(view, all("[data-item]", view).map(function (element) { return { element: element, words: null }; }));
  });
  function fits(item, terms, wanted) {
    var data = item.element.dataset;
    for (var i = 0; i < wanted.length; i++) {
      var has = data[wanted[i][0]];
      if (has === undefined || (" " + has + " ").indexOf(" " + wanted[i][1] + " ") < 0) { return false; }
    }
    if (!terms.length) { return true; }
    if (item.words === null) { item.words = item.element.textContent.toLowerCase(); }
    return terms.every(function (term) { return item.words.indexOf(term) >= 0; });
  }
  function apply() {
    if (!tools) { return; }
    var terms = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    var wanted = selects.filter(function (s) { return s.value; }).map(function (s) { return [s.id.slice(2), s.value]; });
    var own = items.get(current), shown = 0;
    own.forEach(function (item) {
      var fit = fits(item, terms, wanted);
      if (item.element.hidden === fit) { item.element.hidden = !fit; }
      shown += fit ? 1 : 0;
    });
    all("[data-group]", current).reverse().forEach(function (group) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    });
    var nothing = current.querySelector(".nothing");
    if (nothing) { nothing.hidden = shown > 0 || !own.length; }
    found.textContent = own.length ? shown + " of " + own.length + " shown" : "";
  }
  function reset() {
    form.reset();
    apply();
  }
  var waiting = 0;
  query.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(apply, 150); });
  selects.forEach(function (select) { select.addEventListener("change", apply); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  all("a[data-filter]").forEach(function (a) {
    a.addEventListener("click", function () {
      form.reset();
      form.querySelector("#f-state").value = a.getAttribute("data-filter");
    });
  });

  /* Keys: next and previous, search, help. They can be switched off. */
  var keys = store("keys") !== "off";
  function stops() {
    if (current.id === "articles") {
      return all(".tag", current).filter(function (tag) { return tag.dataset.mark !== "agrees" && !tag.closest("[hidden]"); });
    }
    return all("[data-item]", current).filter(function (item) { return !item.closest("[hidden]"); });
  }
  var here = null;
  function move(by) {
    var list = stops();
    if (!list.length) { return; }
    var at = list.indexOf(here);
    if (at < 0) {
      at = list.findIndex(function (one) { return one.getBoundingClientRect().top > 120; });
      at = at < 0 ? 0 : (by > 0 ? at : at - 1);
    } else { at += by; }
    at = Math.max(0, Math.min(list.length - 1, at));
    if (here) { here.classList.remove("here"); }
    here = list[at];
    here.classList.add("here");
    here.scrollIntoView({ block: here.tagName === "A" ? "center" : "start" });
    if (here.tagName !== "A") { here.setAttribute("tabindex", "-1"); }
    here.focus({ preventScroll: true });
  }
  doc.addEventListener("keydown", function (event) {
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || doc.querySelector("dialog[open]")) { return; }
    if (event.target.closest("input,select,textarea")) {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    if (event.key === "j" || event.key === "n") { move(1); }
    else if (event.key === "k" || event.key === "p") { move(-1); }
    else if (event.key === "/") { event.preventDefault(); query.focus(); }
    else if (event.key >= "1" && event.key <= "4") { if (views[+event.key - 1]) { location.hash = views[+event.key - 1].id; follow(); } }
    else if (event.key === "d" && here) { var box = here.querySelector(".decide"); if (box) { box.open = true; box.querySelector("input").focus(); } }
    else if (event.key === "?") { help.showModal(); }
    else { return; }
  });
  var toggle = make("input", { type: "checkbox", id: "keys-on" });
  toggle.checked = keys;
  toggle.addEventListener("change", function () { keys = toggle.checked; store("keys", keys ? "on" : "off"); });
  var list = make("dl");
  [["j", "next"], ["k", "previous"], ["/", "search"], ["1 2 3 4", "the parts of the report"], ["d", "decide on what is marked"], ["?", "this help"]].forEach(function (row) {
    list.append(make("dt", {}, [make("kbd", { text: row[0] })]), make("dd", { text: row[1] }));
  });
  var help = dialog("Keys", [list, make("p", {}, [toggle, make("label", { "for": "keys-on", text: " Keys are on" })])]);
  var ask = make("button", { type: "button", text: "Keys" });
  ask.addEventListener("click", function () { help.showModal(); });
  if (tools) { form.append(make("div", { "class": "field keys" }, [ask])); } else { doc.querySelector("footer").append(ask); }

  /* Decisions, kept in this browser and copied out as YAML. */
  function store(name, value) {
    try {
      if (value === undefined) { return localStorage.getItem("medcopy:" + name); }
      localStorage.setItem("medcopy:" + name, value);
    } catch (error) { /* a browser that keeps nothing for files */ }
    return null;
  }
  var decisions = {};
  try { decisions = JSON.parse(store("decisions") || "{}") || {}; } catch (error) { decisions = {}; }
  var kinds = [["accept", "Accept it"], ["canon", "Change what is approved"], ["copy", "Change the copy"], ["ask", "Ask"]];
  var where = doc.getElementById("main").dataset;
  var sources = all("#source-ids option").map(function (one) { return one.value; });
  function decidable() { return all(".decision, .variant[data-entry]"); }
  function offered(kind, item) {
    if (kind === "accept") { return item.matches(".decision[data-known=new]"); }
    return kind !== "canon" || Boolean(item.dataset.entry);
  }
  var basket = make("button", { type: "button", "class": "basket main", hidden: "" });
  var yaml = dialog("Decisions as YAML", []);
  doc.body.append(basket);
  function dialog(title, children) {
    var id = "h-" + title.toLowerCase().replace(/\W+/g, "-");
    var close = make("button", { type: "button", text: "Close" });
    var box = make("dialog", { "aria-labelledby": id }, [make("h2", { id: id, text: title }), make("div", { "class": "inside" }, children), make("p", { "class": "row" }, [close])]);
    close.addEventListener("click", function () { box.close(); });
    doc.body.append(box);
    return box;
  }
  function field(label, attributes, wide) {
    var input = make("input", attributes);
    input.id = "x" + Math.random().toString(36).slice(2);
    return [input, make("div", { "class": wide ? "field grow" : "field" }, [make("label", { "for": input.id, text: label }), input])];
  }
  function box(item) {
    var name = item.id, known = decisions[name] || {};
    var details = make("details", { "class": "decide" }, [make("summary", { text: "Decide" })]);
    var state = make("span", { "class": "decided" });
    details.firstChild.append(" ", state);
    function label() {
      var kind = kinds.filter(function (k) { return decisions[name] && k[0] === decisions[name].what; })[0];
      state.textContent = kind ? "– " + kind[1].toLowerCase() : "";
    }
    label();
    details.addEventListener("toggle", function () {
      if (!details.open || details.querySelector("form")) { return; }
      var choices = make("fieldset", { "class": "choices" }, [make("legend", { text: "What is to be done" })]);
      var reason = field("Reason", { type: "text", value: known.reason || "" }, true);
      var by = field("By", { type: "text", value: known.by || store("by") || "", autocomplete: "name" });
      var until = field("Until (year-month-day)", { type: "date", value: known.until || "" });
      var source = field("Sources (ids, titles or DOIs; a semicolon between)", { type: "text", list: "source-ids", value: known.source || "" });
      var message = make("p", { "class": "meta", role: "status" });
      kinds.forEach(function (kind) {
        if (!offered(kind[0], item)) { return; }
        var radio = make("input", { type: "radio", name: "what-" + name, value: kind[0] });
        radio.checked = known.what === kind[0];
        choices.append(make("label", {}, [radio, kind[0] === "canon" && !item.dataset.canon ? "Approve it" : kind[1]]));
      });
      function adjust() {
        var what = (choices.querySelector(":checked") || {}).value;
        until[1].hidden = what !== "accept";
        source[1].hidden = what !== "canon";
      }
      choices.addEventListener("change", adjust);
      adjust();
      var take = make("button", { type: "submit", "class": "main", text: "Note this decision" });
      var drop = make("button", { type: "button", text: "Take it back" });
      var own = make("form", {}, [choices, make("div", { "class": "answers" }, [reason[1], by[1], until[1], source[1]]), make("p", {}, [take, " ", drop]), message]);
      own.addEventListener("submit", function (event) {
        event.preventDefault();
        var what = (choices.querySelector(":checked") || {}).value;
        if (!what) { message.textContent = "Choose what is to be done."; return; }
        if (!reason[0].value.trim() && what !== "copy") { message.textContent = "Give the reason: it is kept with the decision."; reason[0].focus(); return; }
        if (what === "canon" && !source[0].value.trim()) { message.textContent = "Name the source that it rests on."; source[0].focus(); return; }
        decisions[name] = { what: what, reason: reason[0].value.trim(), by: by[0].value.trim(), until: until[0].value, source: source[0].value.trim() };
        store("by", by[0].value.trim());
        message.textContent = "Noted. All decisions are copied out as YAML at the end.";
        save();
      });
      drop.addEventListener("click", function () { delete decisions[name]; message.textContent = "Taken back."; save(); });
      details.append(own);
    });
    function save() { store("decisions", JSON.stringify(decisions)); label(); count(); }
    return details;
  }
  function decided() { return decidable().filter(function (item) { return decisions[item.id]; }); }
  function count() {
    var number = decided().length;
    basket.hidden = !number;
    basket.textContent = number + (number === 1 ? " decision" : " decisions") + " as YAML";
  }
  function quoted(words) {
    return JSON.stringify(String(words)).replace(/[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, function (c) {
      return "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4);
    });
  }
  function baseline(list) {
    var lines = where.baseline ? ["# These go under findings: in " + quoted(where.baseline) + "."] : ["version: 1", "findings:"];
    list.forEach(function (item) {
      var d = decisions[item.id];
      all("[data-case]", item).forEach(function (one) {
        lines.push("- fingerprint: " + quoted(one.dataset.fingerprint), "  rule: " + item.dataset.rule, "  path: " + quoted(one.dataset.path), "  quote: " + quoted(one.dataset.quote), "  reason: " + quoted(d.reason));
        if (d.by) { lines.push("  owner: " + quoted(d.by)); }
        if (d.until) { lines.push("  expires: " + d.until); }
      });
    });
    return lines.join("\n") + "\n";
  }
  function canon(list) {
    var added = new Map();
    function ids(words) {
      return words.split(";").map(function (one) { return one.trim(); }).filter(Boolean).map(function (one) {
        if (sources.indexOf(one) < 0 && !added.has(one)) { added.set(one, "new-source-" + (added.size + 1)); }
        return added.get(one) || one;
      });
    }
    list.forEach(function (item) { ids(decisions[item.id].source); });
    var lines = ["version: 1"];
    if (added.size) { lines.push("sources:"); }
    added.forEach(function (id, words) {
      lines.push("  " + id + ":", "    title: " + quoted(words));
      if (/^10\.\d+\/\S+$/.test(words)) { lines.push("    doi: " + quoted(words)); }
    });
    lines.push("claims:");
    list.forEach(function (item) {
      var d = decisions[item.id], old = item.dataset.canon;
      var id = old || item.id.replace(/^[dv]-/, "new-");
      if (old) { lines.push("  # in place of " + quoted(old) + " in " + quoted(item.dataset.canonPlace)); }
      lines.push("  # " + quoted(d.reason) + (d.by ? " (" + quoted(d.by) + ")" : ""));
      var filled = { id: quoted(id), says: quoted(item.dataset.says), sources: "[" + ids(d.source).map(quoted).join(", ") + "]", date: today };
      lines.push(item.dataset.entry.trimEnd().replace(/\{(id|says|sources|date)\}/g, function (whole, name) { return filled[name]; }));
      if (d.by) { lines.push("    owner: " + quoted(d.by)); }
    });
    return lines.join("\n") + "\n";
  }
  function tasks(list) {
    var lines = ["tasks:"];
    list.forEach(function (item) {
      var d = decisions[item.id];
      lines.push("  - do: " + (d.what === "ask" ? "ask" : "change the copy"), "    about: " + quoted(item.dataset.says));
      if (item.dataset.rule) { lines.push("    rule: " + item.dataset.rule); }
      if (d.reason) { lines.push("    why: " + quoted(d.reason)); }
      if (d.by) { lines.push("    by: " + quoted(d.by)); }
      lines.push("    places:");
      var own = all("[data-case]", item).map(function (one) { return one.dataset.path + ":" + one.dataset.line; });
      if (!own.length) { own = all(".cases .where > :first-child", item).map(function (one) { return one.textContent; }); }
      own.forEach(function (one) { lines.push("      - " + quoted(one)); });
    });
    return lines.join("\n") + "\n";
  }
  function copy(pre, button) {
    var done = function () { button.textContent = "Copied"; };
    var select = function () { var range = doc.createRange(); range.selectNodeContents(pre); getSelection().removeAllRanges(); getSelection().addRange(range); if (doc.execCommand("copy")) { done(); } };
    if (navigator.clipboard && isSecureContext) { navigator.clipboard.writeText(pre.textContent).then(done, select); } else { select(); }
  }
  basket.addEventListener("click", function () {
    var inside = yaml.querySelector(".inside");
    inside.replaceChildren();
    [["accept", "For the baseline (accepted findings)", baseline, "baseline"], ["canon", "For claims.yml", canon, "claims"], ["copy ask", "For the editors", tasks, "tasks"]].forEach(function (part) {
      var own = decided().filter(function (item) { return part[0].split(" ").indexOf(decisions[item.id].what) >= 0; });
      if (!own.length) { return; }
      var pre = make("pre", { text: part[2](own), "data-yaml": part[3], tabindex: "0", role: "region", "aria-label": part[1] });
      var button = make("button", { type: "button", text: "Copy" });
      button.addEventListener("click", function () { copy(pre, button); });
      inside.append(make("h3", { text: part[1] }), pre, button);
    });
    yaml.showModal();
  });
  all(".decision").forEach(function (item) { item.querySelector(".actions").prepend(box(item)); });
  /* Claims that nothing is approved for: as many as there are, so each gets its box when it comes into sight. */
  var sight = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) { sight.unobserve(entry.target); entry.target.append(box(entry.target)); }
    });
  }, { rootMargin: "300px" });
  all(".variant[data-entry]").forEach(function (item) { sight.observe(item); });
  count();
  if (window.matchMedia("(min-width: 44.01rem)").matches) { all("details[data-wide]").forEach(function (one) { one.open = true; }); }
  follow();
})();
