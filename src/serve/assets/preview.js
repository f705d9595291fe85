// The preview's share in a page: listens to the server, loads what is new, and lays findings over the page.
// Stands on its own; the site's scripts and styles do not reach it, nor it them.
(function () {
  "use strict";

  var tag = document.currentScript;
  var own = new URL(".", tag.src);
  var marks = { page: tag.dataset.page, style: tag.dataset.style };
  var state = null;
  var source = null;
  var lost = false;
  // What the reader has put aside; kept over reloads of the tab.
  var aside = { trouble: remembered("trouble"), warnings: remembered("warnings") };
  var view = null;

  // A hidden tab holds no connection: a browser has six to a server, and the state is told whole to one who returns.
  function attend() {
    if (document.hidden) {
      leave();
    } else if (!source) {
      source = new EventSource(new URL("events", own));
      source.onmessage = function (event) { hear(JSON.parse(event.data)); };
      source.onopen = function () { setLost(false); };
      source.onerror = function () {
        setLost(true);
        if (source && source.readyState === EventSource.CLOSED) {
          leave();
          setTimeout(attend, 2000);
        }
      };
    }
  }

  function leave() {
    if (source) source.close();
    source = null;
  }

  function hear(news) {
    if (news.page !== marks.page) {
      leave();
      location.reload();
      return;
    }
    if (news.style !== marks.style) {
      marks.style = news.style;
      exchangeStyles();
    }
    state = news;
    show();
  }

  function setLost(is) {
    if (lost === is) return;
    lost = is;
    show();
  }

  // The names of style sheets change with their content, so the page itself is asked for the new ones.
  function exchangeStyles() {
    fetch(location.href, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var fresh = sheets(new DOMParser().parseFromString(text, "text/html"));
        var present = sheets(document);
        if (fresh.length !== present.length) throw new Error("other style sheets");
        present.forEach(function (link, at) { exchange(link, fresh[at].getAttribute("href")); });
      })
      .catch(function () { location.reload(); });
  }

  function sheets(page) {
    return Array.prototype.filter.call(page.querySelectorAll('link[rel~="stylesheet"]'), function (link) {
      return !link.hasAttribute("data-going");
    });
  }

  // The old sheet stays until the new one is there, so that the page is never bare.
  function exchange(link, href) {
    if (link.getAttribute("href") === href) return;
    var next = link.cloneNode();
    next.setAttribute("href", href);
    link.setAttribute("data-going", "");
    next.onload = function () { link.remove(); };
    next.onerror = function () { location.reload(); };
    link.after(next);
  }

  // --- what is laid over the page ---

  function show() {
    if (!state && !view) return;
    if (!view) view = build();
    view.host.lang = state.lang;
    var trouble = state.trouble;
    var key = trouble ? JSON.stringify(trouble) : "";
    if (key !== view.key) {
      view.key = key;
      fill(trouble);
    }
    var open = Boolean(trouble) && aside.trouble !== key;
    if (open && !view.dialog.open && view.ready) view.dialog.showModal();
    if (!open && view.dialog.open) view.dialog.close();
    if (open) bringIntoView();
    note(view.errors, trouble && !open && trouble.title);
    view.errors.button.textContent = state.words.show;
    note(view.warnings, !trouble && state.warnings !== aside.warnings && state.warnings);
    view.warnings.button.textContent = state.words.dismiss;
    note(view.lost, lost && state.words.lost);
    view.hide.textContent = state.words.hide;
  }

  function build() {
    var host = document.createElement("binhyen-preview");
    var root = host.attachShadow({ mode: "open" });
    var link = element("link");
    link.rel = "stylesheet";
    link.href = new URL("preview.css", own);
    var dialog = element("dialog");
    dialog.setAttribute("aria-labelledby", "title");
    var built = { host: host, dialog: dialog, ready: false, key: "" };
    var head = element("header", "", dialog);
    var names = element("div", "", head);
    built.title = element("h1", "", names);
    built.title.id = "title";
    built.lead = element("p", "", names);
    built.hide = element("button", "", head);
    built.list = element("ol", "", dialog);
    built.more = element("p", "more", dialog);
    var notes = element("div", "notes");
    notes.setAttribute("role", "status");
    built.lost = noteIn(notes, false);
    built.errors = noteIn(notes, true);
    built.warnings = noteIn(notes, true);
    root.append(link, dialog, notes);
    built.hide.onclick = function () { dialog.close(); };
    // By button or by Escape.
    dialog.onclose = function () {
      if (state.trouble) putAside("trouble", built.key);
      show();
    };
    built.errors.button.onclick = function () { putAside("trouble", null); show(); };
    built.warnings.button.onclick = function () { putAside("warnings", state.warnings); show(); };
    // Nothing is shown before it can be shown as it should be.
    link.onload = link.onerror = function () { built.ready = true; show(); };
    document.documentElement.append(host);
    return built;
  }

  function fill(trouble) {
    view.title.textContent = trouble ? trouble.title : "";
    view.lead.textContent = trouble ? trouble.lead : "";
    view.more.textContent = (trouble && trouble.more) || "";
    view.list.replaceChildren.apply(view.list, trouble ? trouble.notices.map(item) : []);
  }

  function item(notice) {
    var box = element("li");
    var head = element("h2", "", box);
    element("span", "code", head, notice.severity + (notice.code ? " " + notice.code : ""));
    write(head, notice.words);
    notice.spots.forEach(function (spot) { box.append(place(spot)); });
    pair(notice.clauses, box);
    pair(notice.help, box);
    return box;
  }

  function pair(labelled, box) {
    if (!labelled) return;
    var line = element("p", "", box);
    element("b", "", line, labelled[0] + ":");
    write(line, labelled[1]);
  }

  // What stands between backticks in the words of a finding is a name or a value.
  function write(box, words) {
    box.append(" ");
    words.split("`").forEach(function (part, at) {
      if (at % 2) element("code", "", box, part);
      else box.append(part);
    });
  }

  function place(spot) {
    var box = element("div", "spot");
    var at = element("p", "at", box, spot.at);
    if (spot.label) element("span", "label", at, spot.label);
    var line = spot.quote.line;
    if (!line) {
      element("p", "withheld", box, spot.quote.withheld);
      return box;
    }
    var pre = element("pre", "", box);
    pre.tabIndex = 0;
    element("span", "", pre, line.before);
    element("mark", "", pre, line.marked);
    element("span", "", pre, line.after + "\n");
    // The caret stands below because the same letters stand before it, unseen, whatever their width.
    var row = element("span", "caret", pre);
    row.setAttribute("aria-hidden", "true");
    element("span", "ghost", row, line.before);
    element("span", "", row, "^");
    return box;
  }

  function bringIntoView() {
    view.list.querySelectorAll("mark").forEach(function (mark) {
      var pre = mark.parentNode;
      pre.scrollLeft = Math.max(0, mark.offsetLeft + mark.offsetWidth - pre.clientWidth + 32);
    });
  }

  function noteIn(notes, hasButton) {
    var line = element("p", "note", notes);
    line.hidden = true;
    var made = { line: line, text: element("span", "", line) };
    if (hasButton) made.button = element("button", "", line);
    return made;
  }

  function note(made, text) {
    made.line.hidden = !text || !view.ready;
    made.text.textContent = text || "";
  }

  function element(name, kind, parent, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  }

  function remembered(what) {
    try { return sessionStorage.getItem("binhyen-preview-" + what); } catch (_) { return null; }
  }

  function putAside(what, key) {
    aside[what] = key;
    try {
      if (key) sessionStorage.setItem("binhyen-preview-" + what, key);
      else sessionStorage.removeItem("binhyen-preview-" + what);
    } catch (_) { /* Without storage it is asked again on the next page. */ }
  }

  // A service worker of this address would show what it kept of another build; the server gives out no new one.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.getRegistrations().then(function (all) {
      all.forEach(function (registration) { registration.unregister(); });
    }).catch(function () { /* Not allowed to ask: then there is none. */ });
  }

  document.addEventListener("visibilitychange", attend);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", attend);
  attend();
})();
