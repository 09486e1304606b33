// How far work in the background is, without asking for the page again. Without it the page asks again by itself.

const place = document.querySelector("[data-stream]");
if (place) {
  const source = new EventSource(place.dataset.stream);
  const bar = place.querySelector("progress");
  const status = place.querySelector("[data-status]");
  const shows = (event) => {
    const work = JSON.parse(event.data);
    if (work.total) {
      bar.max = work.total;
      bar.value = work.done;
    }
    if (work.status !== status.dataset.status) window.location.reload();
  };
  source.addEventListener("progress", shows);
  source.addEventListener("over", (event) => {
    source.close();
    shows(event);
  });
}
