// Plays a case back: swaps the step's part of the page in and moves the marks in the picture.
(() => {
  'use strict';
  const bar = document.getElementById('replay-bar');
  if (!bar) {
    return;
  }
  const place = document.getElementById('replay-diagram');
  const stage = document.getElementById('replay-step');
  const tabs = document.getElementById('replay-runs');
  const slider = document.getElementById('replay-slider');
  const play = document.getElementById('replay-play');
  const speed = document.getElementById('replay-speed');
  const last = Number(bar.dataset.last);
  const address = '/audit/cases/' + bar.dataset.no;
  const CURRENT = {fill: {color: '#ffe08a'}, stroke: {color: '#b35900', width: 3}, font: {isBold: true}};
  const DONE = {fill: {color: '#dcefe6'}, stroke: {color: '#14634a', width: 2}};
  const WALKED = {stroke: {color: '#14634a', width: 2}};
  const TAKEN = {stroke: {color: '#d9480f', width: 4}};
  const COUNT = {fill: {color: '#14634a'}, stroke: {color: '#14634a'}, font: {color: '#fff', size: 11}};

  let step = Number(bar.dataset.step);
  let timer = null;
  let picture = null;
  let drawn = null;
  let chosen = null;
  let counted = [];
  const parts = new Map();
  const models = new Map();

  const load = (source) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Error('cannot load ' + source));
    document.head.append(script);
  });

  const text = async (url) => {
    const answer = await fetch(url, {headers: {Accept: 'text/html, application/xml'}});
    if (!answer.ok || answer.redirected) {
      throw new Error(url + ': ' + answer.status);
    }
    return answer.text();
  };

  const remembered = (kept, key, url) => {
    if (!kept.has(key)) {
      kept.set(key, text(url).catch((error) => {
        kept.delete(key);
        throw error;
      }));
    }
    return kept.get(key);
  };

  const part = (wanted) => remembered(parts, wanted, address + '/steps/' + wanted);
  const model = (definition) =>
    remembered(models, definition, place.dataset.models + encodeURIComponent(definition) + '.bpmn');

  const frames = () => JSON.parse(stage.querySelector('.replay-frames').textContent);
  const shown = () => stage.querySelector('.replay-step');

  // The process of the step is followed until somebody picks another one.
  const followed = (runs) => {
    const process = shown().dataset.process;
    const wanted = runs.find((run) => run.process === chosen) || runs.find((run) => run.process === process);
    return wanted || runs.find((run) => run.process === drawn?.process) || runs.filter((run) => run.running).pop()
      || runs[runs.length - 1];
  };

  const showTabs = (runs, current) => {
    tabs.replaceChildren(...runs.map((run) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(run === current));
      tab.className = 'btn btn-sm ' + (run === current ? 'btn-primary' : 'btn-outline-primary');
      tab.textContent = run.name + (run.running ? '' : '（已结束）');
      tab.addEventListener('click', () => {
        chosen = run.process;
        draw();
      });
      return tab;
    }));
    tabs.hidden = runs.length < 2;
  };

  const known = (ids) => ids.filter((id) => picture.bpmnElementsRegistry.getElementsByIds([id]).length > 0);

  const draw = async () => {
    const runs = frames();
    const run = followed(runs);
    if (!run) {
      return;
    }
    showTabs(runs, run);
    if (!picture) {
      await load(place.dataset.viewer);
      const {BpmnVisualization} = window.bpmnvisu;
      picture = new BpmnVisualization({container: place, navigation: {enabled: true}});
    }
    if (drawn?.definition !== run.definition) {
      const xml = await model(run.definition);
      picture.load(xml, {fit: {type: window.bpmnvisu.FitType.Center, margin: 10}});
      counted = [];
    }
    drawn = {definition: run.definition, process: run.process};
    const elements = picture.bpmnElementsRegistry;
    elements.resetStyle();
    elements.removeAllCssClasses();
    counted.forEach((id) => elements.removeAllOverlays(id));
    const current = known(run.current);
    const taken = known(run.taken);
    elements.updateStyle(known(run.done).filter((id) => !current.includes(id)), DONE);
    elements.updateStyle(known(run.flows).filter((id) => !taken.includes(id)), WALKED);
    elements.updateStyle(taken, TAKEN);
    elements.addCssClasses(taken, 'replay-taken');
    elements.updateStyle(current, CURRENT);
    elements.addCssClasses(current, 'replay-current');
    counted = known(Object.keys(run.visits));
    counted.forEach((id) => elements.addOverlays(id, {
      position: 'top-right', label: String(run.visits[id]), style: COUNT,
    }));
    place.dataset.drawn = String(step);
  };

  // Paper is narrower than the window: the picture is drawn anew for it and back again.
  const sized = (width, height) => {
    place.style.width = width;
    place.style.height = height;
    picture?.navigation.fit({type: window.bpmnvisu.FitType.Center, margin: 10});
  };
  window.addEventListener('beforeprint', () => sized('18cm', '9cm'));
  window.addEventListener('afterprint', () => sized('', ''));

  const picturing = () => draw().catch(() => {
    place.textContent = '流程图没有打开，请刷新页面再试。';
  });

  const link = (id, wanted) => {
    const button = document.getElementById(id);
    button.href = address + '?step=' + wanted;
    button.classList.toggle('disabled', wanted < 1 || wanted > last);
  };

  const mark = () => {
    link('replay-back', step - 1);
    link('replay-next', step + 1);
    slider.value = String(step);
    bar.querySelector('[name=on]').value = shown().dataset.day;
    document.getElementById('replay-title').textContent = shown().dataset.title;
    document.querySelectorAll('#replay-steps tr').forEach((row) => {
      if (Number(row.dataset.step) === step) {
        row.setAttribute('aria-current', 'step');
      } else {
        row.removeAttribute('aria-current');
      }
    });
  };

  const go = async (wanted) => {
    const next = Math.max(1, Math.min(last, wanted));
    if (next === step) {
      return;
    }
    step = next;
    let html;
    try {
      html = await part(next);
    } catch (error) {
      // Signed out or offline: the page of the step says it better.
      location.href = address + '?step=' + next;
      return;
    }
    if (step !== next) {
      return;
    }
    stage.innerHTML = html;
    window.htmx?.process(stage);
    history.replaceState(null, '', address + '?step=' + step);
    mark();
    await picturing();
    if (step < last) {
      part(step + 1).catch(() => {});
    }
  };

  const pause = () => {
    clearTimeout(timer);
    timer = null;
    play.textContent = '播放';
    play.setAttribute('aria-pressed', 'false');
  };

  const tick = () => {
    timer = setTimeout(async () => {
      await go(step + 1);
      if (timer !== null && step < last) {
        tick();
      } else {
        pause();
      }
    }, Number(speed.value));
  };

  const start = async () => {
    play.textContent = '暂停';
    play.setAttribute('aria-pressed', 'true');
    timer = 0;
    if (step === last) {
      await go(1);
    }
    if (timer !== null) {
      tick();
    }
  };

  const toggle = () => (timer === null ? start() : pause());

  const KEYS = {
    ArrowLeft: () => go(step - 1),
    ArrowRight: () => go(step + 1),
    Home: () => go(1),
    End: () => go(last),
    ' ': toggle,
  };

  document.querySelectorAll('.replay-scripted').forEach((one) => {
    one.hidden = false;
  });
  play.addEventListener('click', toggle);
  slider.addEventListener('input', () => go(Number(slider.value)));
  document.getElementById('replay-print').addEventListener('click', () => window.print());
  [['replay-back', -1], ['replay-next', 1]].forEach(([id, by]) => {
    document.getElementById(id).addEventListener('click', (event) => {
      event.preventDefault();
      pause();
      go(step + by);
    });
  });
  document.getElementById('replay-steps').addEventListener('click', (event) => {
    const row = event.target.closest('tr');
    if (row && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      pause();
      go(Number(row.dataset.step));
      bar.scrollIntoView({block: 'start'});
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea, button, summary');
    if (!KEYS[event.key] || typing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    if (event.key !== ' ') {
      pause();
    }
    KEYS[event.key]();
  });
  picturing();
})();
