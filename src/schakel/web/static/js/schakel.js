/* Schakel: the little the browser does by itself. Every page works without it.
   1 focus and words after a change · 2 a part that is being fetched · 3 typed text is never lost */
(() => {
  "use strict";

  const body = document.body;
  const rows = "li, tr, fieldset, article";

  /* 1. Focus goes to what happened; what was found is said aloud. ------------------------------------- */

  const said = document.getElementById("gezegd");
  const word = (name) => (said && said.dataset[name]) || "";
  const say = (words) => {
    if (said && words) {
      said.textContent = "";
      window.setTimeout(() => { said.textContent = words; }, 60);
    }
  };

  const focusOn = (element) => {
    if (!element) return false;
    if (!element.matches("a[href], button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
    element.focus();
    return document.activeElement === element;
  };

  let left = null; // where the focus was when a part went away

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, xhr } = event.detail;
    if (signedOut(xhr)) {
      event.detail.shouldSwap = false;
      window.location.assign(window.location.href);
      return;
    }
    const active = document.activeElement;
    if (target && active && target.contains(active)) {
      const row = active.closest(rows);
      left = {
        id: active.id,
        rowId: row ? row.id : "",
        index: row && row.parentElement ? [...row.parentElement.children].indexOf(row) : -1,
        listId: row && row.parentElement ? row.parentElement.id : "",
        sheet: active.closest("section[id]") ? active.closest("section[id]").id : "",
      };
    }
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    const focus = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
    const words = part.matches("[data-say]") ? part : part.querySelector("[data-say]");
    if (words) {
      say(words.dataset.say);
      tellAround(part, words.dataset);
    }
    if (focus) focusOn(focus);
    else if (left && document.activeElement === body) focusNear(part, left);
    left = null;
  });

  /* The news of the page, the number found and the way to clear the filters follow what was filtered. */
  function tellAround(part, { say: found, news, filtered }) {
    const form = part.id && document.querySelector(`.filters[hx-target="#${part.id}"]`);
    if (!form) return;
    const [number, clear, head] = [form.querySelector(".found"), form.querySelector(".clear"), document.querySelector("h1")];
    if (number) number.textContent = found;
    if (clear) clear.hidden = filtered === undefined;
    if (head && news) head.textContent = news;
  }

  /* The next row, or the row before it, or the heading: never back to the top of the page. */
  function focusNear(part, was) {
    if (was.id && focusOn(document.getElementById(was.id))) return;
    const list = (was.listId && document.getElementById(was.listId)) || part.querySelector("ol, ul, tbody");
    const next = list && was.index >= 0 ? list.children[Math.min(was.index, list.children.length - 1)] : null;
    if (next && focusOn(next)) return;
    const sheet = (was.sheet && document.getElementById(was.sheet)) || part;
    focusOn(sheet.querySelector("h1, h2, h3") || part);
  }

  /* 2. A part that takes longer than 400 ms says that it is busy; a part that fails shows the page. ----- */

  const waiting = new WeakMap();

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { target } = event.detail;
    if (!target || target.matches(".autosave")) return;
    waiting.set(target, window.setTimeout(() => target.setAttribute("aria-busy", "true"), 400));
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { target } = event.detail;
    if (!target) return;
    window.clearTimeout(waiting.get(target));
    target.removeAttribute("aria-busy");
  });

  /* The session ended while the page was open: HTMX followed the redirect and got the sign-in page. */
  function signedOut(xhr) {
    const door = body.dataset.signIn;
    return Boolean(door && xhr && xhr.responseURL && new URL(xhr.responseURL).pathname.startsWith(door)
      && !window.location.pathname.startsWith(door));
  }

  document.addEventListener("htmx:responseError", (event) => {
    const { requestConfig, target, xhr } = event.detail;
    if (requestConfig.verb === "get" && !target.matches(".lookalikes, .job")) window.location.assign(requestConfig.path);
    else if (target.matches(".autosave")) target.textContent = word("notSaved");
    else if (xhr.status === 403 && xhr.responseText) showRefusal(xhr.responseText);
    else say(word("failed"));
  });

  document.addEventListener("htmx:sendError", (event) => {
    const { target } = event.detail;
    if (target && target.matches(".autosave")) target.textContent = word("notSaved");
    else say(word("failed"));
  });

  function showRefusal(html) {
    const place = document.querySelector(".head");
    const found = new DOMParser().parseFromString(html, "text/html").querySelector(".refusal");
    if (!place || !found) { say(word("failed")); return; }
    place.append(document.importNode(found, true));
    focusOn(place.lastElementChild);
  }

  /* 3. Typed text is never lost. ------------------------------------------------------------------------
     <form data-keep>            kept in this browser until the server has it, and given back after an expired session
     <form data-autosave="url">  also sent to the server on leaving (while typing: components/autosave.html)
     <form data-forget>          signing out wipes what is kept. */

  const PREFIX = "schakel:";
  const person = body.dataset.person || "";
  const isDoor = body.hasAttribute("data-keep-drafts");
  const tooOld = 7 * 24 * 60 * 60 * 1000;

  const keyOf = (form, path = window.location.pathname) => `${PREFIX}${person}:${path}#${form.getAttribute("id") || form.getAttribute("action") || ""}`;

  const store = {
    get(key) { try { return JSON.parse(window.localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { window.localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden */ } },
    drop(key) { try { window.localStorage.removeItem(key); } catch { /* forbidden */ } },
    keys() { try { return Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX)); } catch { return []; } },
  };

  const keepable = (field) => field.name && field.name !== "csrfmiddlewaretoken"
    && !["password", "file", "hidden", "submit", "button"].includes(field.type) && field.autocomplete !== "one-time-code";

  function read(form) {
    const answers = {};
    for (const field of form.elements) {
      if (!keepable(field)) continue;
      if (field.type === "checkbox" || field.type === "radio") {
        answers[field.name] = answers[field.name] || [];
        if (field.checked) answers[field.name].push(field.value);
      } else if (field.multiple) {
        answers[field.name] = [...field.selectedOptions].map((option) => option.value);
      } else {
        answers[field.name] = field.value;
      }
    }
    return answers;
  }

  function write(form, answers) {
    for (const field of form.elements) {
      if (!keepable(field) || !(field.name in answers)) continue;
      const value = answers[field.name];
      if (field.type === "checkbox" || field.type === "radio") field.checked = value.includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = value.includes(option.value);
      else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /* Whether all that was typed stands there; a form that came back may ask more than it did. */
  const stands = (typed, now) => Object.entries(typed).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(now[name] ?? (Array.isArray(value) ? [] : "")));

  function offer(form, key, kept) {
    const box = document.createElement("div");
    box.className = "give-back";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = word("typed");
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button quiet";
    back.textContent = word("putBack");
    const away = document.createElement("button");
    away.type = "button";
    away.className = "plain-deed";
    away.textContent = word("throwAway");
    back.addEventListener("click", () => {
      write(form, kept.answers);
      box.remove();
      const first = [...form.elements].find((field) => keepable(field));
      if (first) first.focus();
    });
    away.addEventListener("click", () => { store.drop(key); box.remove(); focusOn(form); });
    box.append(words, back, away);
    form.prepend(box);
  }

  /* The server has these words as a draft, and this page leads there: on its own page they are compared with what
     the server has, and offered only when they differ. Here they would be offered twice. */
  function draftOf(kept) {
    const link = kept.mark && document.querySelector(`a[href*="/${CSS.escape(kept.mark)}/"]`);
    return link && link.pathname !== window.location.pathname ? link : null;
  }

  function keep(form) {
    const key = keyOf(form);
    const kept = store.get(key);
    const start = read(form);
    let timer = 0;
    let isDirty = false;
    if (kept && !kept.sent) {
      const draft = draftOf(kept);
      if (Date.now() - kept.at > tooOld || stands(kept.answers, start)) store.drop(key);
      else if (draft) {
        store.set(keyOf(form, draft.pathname), kept);
        store.drop(key);
      } else offer(form, key, kept);
    }
    const mark = form.elements.once ? form.elements.once.value : "";
    const save = () => store.set(key, { at: Date.now(), answers: read(form), mark });
    form.addEventListener("input", () => {
      isDirty = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(save, 300);
    });
    form.addEventListener("submit", () => {
      window.clearTimeout(timer);
      isDirty = false;
      store.set(key, { at: Date.now(), answers: read(form), sent: true });
    });
    const leave = () => {
      if (!isDirty || document.visibilityState !== "hidden") return;
      window.clearTimeout(timer);
      save();
      if (form.dataset.autosave && navigator.sendBeacon) navigator.sendBeacon(form.dataset.autosave, new FormData(form));
      isDirty = false;
    };
    document.addEventListener("visibilitychange", leave);
  }

  /* A form that was sent and brought us to an ordinary page has arrived. The sign-in page, an expired form
     and an error say that it has not: then it is offered again on its own page. */
  function settle() {
    const hasArrived = !isDoor && !document.querySelector(".error-summary");
    for (const key of store.keys()) {
      const kept = store.get(key);
      if (!kept || Date.now() - kept.at > tooOld) { store.drop(key); continue; }
      if (person && !key.startsWith(`${PREFIX}${person}:`)) continue;
      if (kept.sent && hasArrived) store.drop(key);
      else if (kept.sent) store.set(key, { at: kept.at, answers: kept.answers });
    }
  }

  settle();
  document.querySelectorAll("form[data-keep]").forEach(keep);
  document.querySelectorAll("form[data-forget]").forEach((form) => {
    form.addEventListener("submit", () => store.keys().forEach((key) => store.drop(key)));
  });

  /* On a phone a row of tabs or chips is longer than the screen: the one that is open stands in sight. */
  document.querySelectorAll(".tabs a[aria-current], .chips a[aria-current]").forEach((tab) => {
    const row = tab.closest(".tabs, .chips");
    const past = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
    if (past > 0) row.scrollLeft += past + tab.offsetWidth / 2;
  });

  /* A block from Excel, pasted in a cell of a grid, fills the cells to the right and below. */
  document.querySelectorAll("table[data-paste]").forEach((grid) => {
    grid.addEventListener("paste", (event) => {
      const cell = event.target.closest("td");
      const text = event.clipboardData ? event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "") : "";
      if (!cell || !/[\t\n]/.test(text)) return;
      event.preventDefault();
      const lines = [...grid.tBodies[0].rows];
      const from = { line: lines.indexOf(cell.parentElement), at: cell.cellIndex };
      let last = null;
      text.split(/\r?\n/).forEach((row, down) => row.split("\t").forEach((value, right) => {
        const place = lines[from.line + down] && lines[from.line + down].cells[from.at + right];
        const field = place && place.querySelector("input");
        if (!field) return;
        field.value = value.trim();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        last = field;
      }));
      if (last) last.focus();
    });
  });

  /* How many signs are left, for long answers with an end. */
  document.querySelectorAll("textarea[maxlength]").forEach((area) => {
    const counter = document.createElement("p");
    counter.className = "counter";
    const count = () => {
      const rest = area.maxLength - area.value.length;
      counter.textContent = rest < area.maxLength / 4 ? word("rest").replace("%", rest.toLocaleString("nl-NL")) : "";
    };
    area.after(counter);
    area.addEventListener("input", count);
    count();
  });
})();
