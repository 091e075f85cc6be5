'use strict';

// Shows what /ops/data tells, once a second while somebody looks. Nothing is built from text: what comes from outside is
// put into the page as text nodes only.
(() => {
  const pace = 1000;
  const patience = 4000;
  const kept = 360;
  const slotSeconds = 10;
  const late = 3;
  const byId = id => document.getElementById(id);
  let signedIn = false;
  let slots = new Map();
  let settled = 0;
  let incomplete = 0;
  let last = null;
  let failures = 0;
  let timer = null;

  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  const number = value => value === undefined || value === null ? '–' : Math.abs(value) >= 100 ? whole.format(value) : fine.format(value);
  const counted = 100000; // No look at the outbox counts further: one more than these means that there are more.
  const waitingAudit = value => value > counted ? `${whole.format(counted)} or more` : number(value);
  const bytes = value => value === undefined ? '–' : `${whole.format(value / 1048576)} MiB`;
  const milliseconds = value => value === undefined ? '–' : value >= 1000 ? `${fine.format(value / 1000)} s` : `${number(value)} ms`;
  const time = instant => String(instant).slice(0, 19).replace('T', ' ');
  const span = seconds => seconds < 90 ? `${Math.round(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} d`;
  const sum = labels => Object.values(labels ?? {}).reduce((one, other) => one + other, 0);

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /** Puts rows into a table; columns are [heading, 'number' | 'text' | '']. A cell is text or an element. */
  function fill(table, caption, columns, rows) {
    const head = element('thead');
    const line = element('tr');
    for (const [heading, kind] of columns) {
      const cell = element('th', heading, kind === 'number' ? 'number' : '');
      cell.scope = 'col';
      line.append(cell);
    }
    head.append(line);
    const body = element('tbody');
    for (const { cells, bad } of rows) {
      const row = element('tr', undefined, bad ? 'bad' : '');
      cells.forEach((content, i) => {
        const cell = element(i === 0 ? 'th' : 'td', undefined, columns[i][1]);
        if (i === 0) cell.scope = 'row';
        cell.append(content ?? '–');
        row.append(cell);
      });
      body.append(row);
    }
    table.replaceChildren(element('caption', rows.length === 0 ? `${caption}: none` : caption), head, body);
  }

  /** Puts figures into a list; each is [term, value, bad?]. What stays is changed in place, so that nobody's place in it is lost. */
  function figures(list, entries) {
    const known = new Map([...list.children].map(child => [child.dataset.term, child]));
    const wanted = new Set(entries.map(([term]) => term));
    for (const [term, child] of known) if (!wanted.has(term)) child.remove();
    for (const [term, value, bad] of entries) {
      let child = known.get(term);
      if (!child) {
        child = element('div');
        child.dataset.term = term;
        child.append(element('dt', term), element('dd'));
        list.append(child);
      }
      child.className = bad ? 'bad' : '';
      if (child.lastChild.textContent !== value) child.lastChild.textContent = value;
    }
  }

  function chart(caption, unit, traces, say = number) {
    const width = kept, height = 60;
    const top = Math.max(1e-9, ...traces.flatMap(([, values]) => values));
    const made = element('figure');
    const latest = traces.map(([name, values]) => `${name} ${say(values.at(-1) ?? 0)} ${unit}`.trim()).join(', ');
    const summary = `${caption}: ${latest}; highest in the last hour ${say(Math.max(0, ...traces[0][1]))} ${unit}`.trim();
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', summary);
    traces.forEach(([, values], i) => {
      const points = values.map((value, at) => `${width - values.length + at},${height - 1 - value / top * (height - 4)}`);
      if (points.length === 0) return;
      if (i === 0) {
        const area = document.createElementNS('http://www.w3.org/2000/svg', 'polygon');
        area.setAttribute('class', 'area');
        area.setAttribute('points', `${width - values.length},${height} ${points.join(' ')} ${width - 1},${height}`);
        picture.append(area);
      }
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
      line.setAttribute('class', i === 0 ? 'trace' : 'trace second');
      line.setAttribute('points', points.join(' '));
      picture.append(line);
    });
    made.append(picture, element('figcaption', summary));
    return made;
  }

  /**
   * Takes over the slots of an answer, and says whether one is new. Processes tell of the same slot some seconds apart: the
   * last few are asked for again, and all that the time touched in which this front end was alone.
   */
  function takeHistory(view) {
    let isNew = false;
    for (const sample of view.history) {
      const known = slots.get(sample.slot);
      if (known && (view.alone_since || JSON.stringify(known) === JSON.stringify(sample))) continue;
      slots.set(sample.slot, sample);
      isNew = true;
    }
    const newest = Math.max(0, ...slots.keys());
    for (const slot of [...slots.keys()]) if (slot <= newest - kept) slots.delete(slot);
    if (view.alone_since) incomplete = newest;
    else if (newest > incomplete + late) settled = newest - late;
    return isNew;
  }

  function drawHistory() {
    // A slot without a report is one in which nobody could be asked.
    const end = Math.max(0, ...slots.keys());
    const begin = Math.max(end - kept + 1, Math.min(...slots.keys()));
    const of = read => end === 0 ? [] : Array.from({ length: end - begin + 1 }, (_, i) => slots.has(begin + i) ? read(slots.get(begin + i)) : 0);
    byId('charts').replaceChildren(
      chart('Requests', '/s', [['all', of(sample => sample.requests / slotSeconds)], ['4xx', of(sample => sample.client_errors / slotSeconds)]]),
      chart('Failures (5xx)', '/s', [['now', of(sample => sample.server_errors / slotSeconds)]]),
      chart('99 of 100 answered within', 'ms', [['now', of(sample => sample.slowest_ms)]]),
      chart('Writes waiting', '', [['now', of(sample => sample.waiting_writes)]]),
      chart('Audit records waiting', '', [['now', of(sample => sample.waiting_audit)]], waitingAudit),
      chart('Grains in memory', '', [['now', of(sample => sample.activations)]]));
  }

  function requestLink(requestId) {
    const link = element('button', requestId, 'plain');
    link.type = 'button';
    link.addEventListener('click', () => look('request', requestId));
    return link;
  }

  function showProblems(view) {
    const all = document.querySelector('input[name="problems"]:checked').value === 'all';
    const table = byId('problems');
    const seen = view.problems.filter(problem => all || problem.is_ours).slice(0, 100);
    const mark = `${all}:${seen.length}:${seen[0]?.request_id}:${seen[0]?.occurred_at}`;
    if (table.dataset.mark === mark) return; // So that a button under somebody's finger stays where it is.
    table.dataset.mark = mark;
    fill(
      table,
      all ? 'The last 100 problems' : 'The last 100 failures of the service',
      [['When', ''], ['Status', 'number'], ['Code', ''], ['Request', ''], ['Client', ''], ['Request id', '']],
      seen.map(problem => ({
        cells: [time(problem.occurred_at), String(problem.status), problem.code, `${problem.method} ${problem.route}`, problem.client_id ?? 'nobody', requestLink(problem.request_id)],
        bad: problem.is_ours,
      })));
  }

  /** Whether it is not heard of, and ought to be. */
  const isSilent = process => process.silent_seconds > 15 && !process.has_ended;

  function show(view) {
    const f = view.figures;
    const one = name => f[name]?.[''];
    const checks = [];
    for (const process of view.processes) {
      if (process.has_ended) continue;
      if (isSilent(process)) checks.push({ name: `${process.role} ${process.id}`, healthy: false, text: `silent for ${span(process.silent_seconds)}` });
      else for (const check of process.checks) checks.push({ name: check.name, healthy: check.is_healthy, text: `${check.detail} Since ${time(check.since)}, says ${process.role} ${process.machine}.` });
    }
    if (view.alone_since) checks.push({ name: 'other processes', healthy: false, text: `cannot be asked since ${time(view.alone_since)}; this front end is shown alone` });
    const bad = checks.filter(check => !check.healthy);
    const grouped = [...Map.groupBy ? Map.groupBy(checks, check => `${check.name}:${check.healthy}`).values() : checks.map(check => [check])];
    byId('checks').replaceChildren(...grouped.sort((x, y) => x[0].healthy - y[0].healthy).map(same => {
      const item = element('li', undefined, same[0].healthy ? '' : 'bad');
      item.append(element('strong', `${same[0].name}: ${same[0].healthy ? 'healthy' : 'unhealthy'}`), same.length > 1 ? `${same.length} processes say so. ${same[0].text}` : same[0].text);
      return item;
    }));
    state(bad.length === 0, bad.length === 0 ? 'All is well' : `Not well: ${[...new Set(bad.map(check => check.name))].join(', ')}`, view.at);

    figures(byId('now'), [
      ['Requests a second', number(one('requests.rate'))],
      ['Failures a second (5xx)', number(one('errors.rate')), one('errors.rate') > 0],
      ['Half answered within', milliseconds(one('latency.p50'))],
      ['95 of 100 within', milliseconds(one('latency.p95'))],
      ['99 of 100 within', milliseconds(one('latency.p99'))],
      ['Requests since start', whole.format(one('requests.total') ?? 0)],
      ['4xx since start', whole.format(one('requests.client_errors') ?? 0)],
      ['5xx since start', whole.format(one('requests.server_errors') ?? 0)],
      ['Grains in memory', number(sum(f['loapi.grains.activations']))],
      ['Audit records waiting', waitingAudit(one('loapi.audit.outbox.length')), one('loapi.audit.outbox.age') > 10],
    ]);
    showProblems(view);

    const codes = f['code.1h'] ?? {};
    fill(byId('codes'), 'Errors by code', [['Code', ''], ['last 5 minutes', 'number'], ['last hour', 'number']],
      Object.keys(codes).sort((x, y) => codes[y] - codes[x]).map(code => ({ cells: [code, number(f['code.5m']?.[code] ?? 0), number(codes[code])] })));

    const clients = [...new Set(['client.requests.1h', 'loapi.limiter.limit'].flatMap(name => Object.keys(f[name] ?? {})))];
    fill(byId('clients'), 'Clients, the busiest first',
      [['Client', ''], ['requests, 5 min', 'number'], ['requests, 1 h', 'number'], ['refused (429), 5 min', 'number'], ['failed (5xx), 5 min', 'number'], ['limit /s', 'number'], ['left at once', 'number']],
      clients.sort((x, y) => (f['client.requests.5m']?.[y] ?? 0) - (f['client.requests.5m']?.[x] ?? 0)).map(client => ({
        cells: [
          client,
          ...['client.requests.5m', 'client.requests.1h', 'client.refused.5m', 'client.failed.5m'].map(name => number(f[name]?.[client] ?? 0)),
          number(f['loapi.limiter.limit']?.[client]),
          number(f['loapi.limiter.remaining']?.[client]),
        ],
        bad: (f['client.refused.5m']?.[client] ?? 0) + (f['client.failed.5m']?.[client] ?? 0) > 0,
      })));

    const routes = f['route.requests.1h'] ?? {};
    fill(byId('routes'), 'Routes, the busiest first', [['Route', ''], ['requests, 5 min', 'number'], ['requests, 1 h', 'number'], ['failed (5xx), 1 h', 'number']],
      Object.keys(routes).sort((x, y) => routes[y] - routes[x]).map(route => ({
        cells: [route, number(f['route.requests.5m']?.[route] ?? 0), number(routes[route]), number(f['route.failed.1h']?.[route] ?? 0)],
        bad: (f['route.failed.1h']?.[route] ?? 0) > 0,
      })));

    fill(byId('processes'), 'Every front end and silo',
      [['Process', ''], ['Is', ''], ['Heard of', ''], ['Runs for', ''], ['Requests /s', 'number'], ['Memory', 'number'], ['Not well', 'text'], ['Version', '']],
      view.processes.map(process => ({
        cells: [
          process.is_serving ? `${process.id} (serves this page)` : process.id,
          process.role,
          process.has_ended ? `ended ${span(process.silent_seconds)} ago` : isSilent(process) ? `${span(process.silent_seconds)} ago` : 'now',
          span((Date.parse(view.at) - Date.parse(process.started_at)) / 1000),
          number(process.figures['requests.rate']),
          bytes(process.figures['process.memory']),
          process.checks.filter(check => !check.is_healthy).map(check => check.name).join(', ') || 'nothing',
          process.version,
        ],
        bad: isSilent(process) || process.checks.some(check => !check.is_healthy),
      })));
    figures(byId('silos'), Object.entries(f['loapi.cluster.silos'] ?? {}).map(([status, count]) => [`Silos ${status.replace('_', ' ')}`, number(count), status === 'dead' && count > 0]));
    byId('dashboard').hidden = !view.dashboard_url;
    if (view.dashboard_url) byId('dashboard-link').href = view.dashboard_url;

    const grains = f['loapi.grains.activations'] ?? {};
    fill(byId('grains'), 'Grains by type', [['Type', ''], ['in memory', 'number'], ['calls waiting', 'number'], ['longest queue', 'number']],
      Object.keys(grains).sort((x, y) => grains[y] - grains[x]).map(type => ({
        cells: [type, number(grains[type]), number(f['loapi.grains.queue.length']?.[type]), number(f['loapi.grains.queue.longest']?.[type])],
      })));

    const errors = f['loapi.storage.errors'] ?? {};
    figures(byId('writes'), [
      ['Writes waiting', number(one('loapi.storage.queue.length'))],
      ['Writes refused since start', number(sum(f['loapi.storage.queue.refusals'])), sum(f['loapi.storage.queue.refusals']) > 0],
      ['Change sets in a batch', number(one('loapi.storage.batch.size.mean'))],
      ['Commit takes', milliseconds(one('loapi.storage.commit.duration.mean') === undefined ? undefined : one('loapi.storage.commit.duration.mean') * 1000)],
      ['Slowest commit', milliseconds(one('loapi.storage.commit.duration.max') === undefined ? undefined : one('loapi.storage.commit.duration.max') * 1000)],
      ['Connections reading', `${number(one('loapi.storage.readers.used'))} of ${number(one('loapi.storage.readers.max'))}`],
      ['Queries waiting', number(one('loapi.storage.readers.waiting')), one('loapi.storage.readers.waiting') > 0],
      ...Object.entries(errors).map(([type, count]) => [`Database errors: ${type}`, number(count), true]),
      ['Audit lag', milliseconds(one('loapi.audit.lag.mean') === undefined ? undefined : one('loapi.audit.lag.mean') * 1000)],
      ['Audit lag at most', milliseconds(one('loapi.audit.lag.max') === undefined ? undefined : one('loapi.audit.lag.max') * 1000), one('loapi.audit.lag.max') > 10],
      ['Oldest audit record waits', milliseconds(one('loapi.audit.outbox.age') === undefined ? undefined : one('loapi.audit.outbox.age') * 1000), one('loapi.audit.outbox.age') > 10],
      ['Denials on their way', number(one('loapi.audit_trail.queue.length'))],
      ['Denials lost', number(one('loapi.audit_trail.lost') ?? 0), one('loapi.audit_trail.lost') > 0],
    ]);

    const tables = f['loapi.reference.version'] ?? {};
    fill(byId('reference'), 'Tables that were asked for', [['Table', ''], ['Version', 'number'], ['Last known to be current', '']],
      Object.keys(tables).sort().map(table => ({ cells: [table, whole.format(tables[table]), `${span(f['loapi.reference.age']?.[table] ?? 0)} ago`] })));
  }

  function state(good, text, at) {
    const status = byId('status');
    const told = at ? `${text}` : text;
    status.className = `status ${good ? 'good' : 'bad'}`;
    if (status.textContent !== told) status.textContent = told; // Screen readers are told of changes only.
    document.title = good ? 'LoApi operations' : '(!) LoApi operations';
  }

  async function ask(path, options) {
    return fetch(`/ops/${path}`, { cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(patience), ...options });
  }

  async function refresh() {
    clearTimeout(timer);
    if (!signedIn || document.hidden) return;
    try {
      const answer = await ask(`data?after=${settled}`);
      if (answer.status === 401) return enter(false);
      if (!answer.ok) throw new Error(String(answer.status));
      const view = await answer.json();
      failures = 0;
      if (takeHistory(view) || slots.size === 0) drawHistory();
      last = view;
      show(view);
    } catch (error) {
      failures++;
      if (signedIn && failures >= 2) state(false, `This page's server does not answer (${failures} tries); what is shown is ${last ? `of ${time(last.at)}` : 'nothing yet'}`);
    }
    timer = setTimeout(refresh, pace);
  }

  function enter(isIn, name) {
    signedIn = isIn;
    byId('sign-in').hidden = isIn;
    byId('board').hidden = !isIn;
    byId('who').hidden = !isIn;
    if (isIn) {
      byId('name').textContent = name;
      slots = new Map();
      settled = incomplete = 0;
      refresh();
    } else {
      state(true, 'Not signed in');
      byId('key').focus();
    }
  }

  async function begin() {
    try {
      const answer = await ask('session');
      if (answer.ok) return enter(true, (await answer.json()).name);
      if (answer.status === 401) return enter(false);
      state(false, 'It cannot be checked who you are: the database or the cluster does not answer');
    } catch {
      state(false, 'The server does not answer');
    }
    setTimeout(begin, pace);
  }

  async function signIn(event) {
    event.preventDefault();
    const error = byId('sign-in-error');
    error.textContent = '';
    try {
      const answer = await ask('session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key: byId('key').value.trim() }) });
      if (answer.ok) {
        byId('key').value = '';
        enter(true, (await answer.json()).name);
        byId('main').focus();
        return;
      }
      error.textContent = {
        401: 'No such key, or one that is good no more.',
        429: 'Too many tries: wait a moment.',
        503: 'It cannot be checked: the database or the cluster does not answer.',
      }[answer.status] ?? `Refused (${answer.status}).`;
    } catch {
      error.textContent = 'The server does not answer.';
    }
  }

  async function look(by, value) {
    byId('search-by').value = by;
    byId('search-value').value = value;
    const count = byId('found-count');
    const table = byId('found');
    count.textContent = 'Searching …';
    try {
      const answer = await ask(`search?by=${encodeURIComponent(by)}&value=${encodeURIComponent(value)}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const records = await answer.json();
      count.textContent = records.length === 0 ? 'The audit log has no such record; one of the last second may be on its way.'
        : records.length === 1 ? '1 record' : `${records.length}${records.length === 100 ? ' or more' : ''} records, the last one first`;
      table.hidden = records.length === 0;
      fill(table, 'Records of the audit log',
        [['When', ''], ['What', ''], ['Client', ''], ['User', ''], ['Request', 'text'], ['Resource', ''], ['Version', ''], ['Request id', ''], ['Trace id', '']],
        records.map(record => ({
          cells: [
            time(record.occurred_at), `${record.kind} ${record.code}`, record.client_id, record.user_id ?? '–',
            `${record.method ?? ''} ${record.path ?? ''}`.trim() || '–', record.resource_id ? `${record.resource_type} ${record.resource_id}` : record.resource_type ?? '–',
            `${record.version_before ?? '–'} → ${record.version_after ?? '–'}`, record.request_id, record.trace_id ?? '–',
          ],
          bad: record.outcome !== 'success',
        })));
      byId('search-title').scrollIntoView({ block: 'start' });
    } catch (error) {
      table.hidden = true;
      count.textContent = error.message === '400' ? 'Neither spaces nor special characters, please.' : 'The audit log cannot be read at the moment.';
    }
  }

  byId('sign-in-form').addEventListener('submit', signIn);
  byId('search-form').addEventListener('submit', event => {
    event.preventDefault();
    look(byId('search-by').value, byId('search-value').value.trim());
  });
  byId('sign-out').addEventListener('click', async () => {
    try {
      await ask('session', { method: 'DELETE' });
      enter(false);
    } catch {
      state(false, 'The server does not answer: you are still signed in');
    }
  });
  document.querySelectorAll('input[name="problems"]').forEach(input => input.addEventListener('change', () => last && showProblems(last)));
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  begin();
})();
