addEventListener('message', event => {
  if (event.data?.cockpit !== 'height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === event.source) frame.height = event.data.height;
});
