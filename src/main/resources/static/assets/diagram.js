// Draws the process of a case when its picture is opened, and marks where the case stands.
(() => {
  'use strict';
  const place = document.getElementById('diagram');
  if (!place) {
    return;
  }
  const CURRENT = {fill: {color: '#ffe08a'}, stroke: {color: '#b35900', width: 3}, font: {isBold: true}};
  const DONE = {fill: {color: '#dcefe6'}, stroke: {color: '#14634a', width: 2}};

  const load = (source) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Error('cannot load ' + source));
    document.head.append(script);
  });

  const ids = (text) => (text || '').split(' ').filter(Boolean);

  const draw = async () => {
    await load(place.dataset.viewer);
    const answer = await fetch(place.dataset.model);
    if (!answer.ok) {
      throw new Error('model: ' + answer.status);
    }
    const {BpmnVisualization, FitType} = window.bpmnvisu;
    const picture = new BpmnVisualization({container: place, navigation: {enabled: true}});
    picture.load(await answer.text(), {fit: {type: FitType.Center, margin: 10}});
    const elements = picture.bpmnElementsRegistry;
    const current = ids(place.dataset.current);
    elements.updateStyle(ids(place.dataset.done).filter((id) => !current.includes(id)), DONE);
    elements.updateStyle(current, CURRENT);
  };

  place.closest('details').addEventListener('toggle', () => {
    draw().catch(() => {
      place.textContent = '流程图没有打开，请刷新页面再试。';
    });
  }, {once: true});
})();
