/** @typedef {import("./plane.js").Plane} Plane */
/** @typedef {import("./plane.js").Handle} Handle */

/**
 * Pointer, touch and wheel on the plane. Hovering or one finger moves the probe where the bench has one,
 * handles are dragged, the empty plane is panned, two fingers pinch, the wheel zooms at the cursor once the
 * plane is focused (or with Ctrl), so that it never traps the page; a double click shows the first view.
 *
 * @param {Plane} plane
 */
export function listenToGestures(plane) {
  const gestures = new Gestures(plane);
  const { surface } = plane;
  surface.addEventListener("pointerdown", (event) => gestures.down(event));
  surface.addEventListener("pointermove", (event) => gestures.moved(event));
  surface.addEventListener("pointerup", (event) => gestures.up(event));
  surface.addEventListener("pointercancel", (event) => gestures.up(event));
  surface.addEventListener("touchstart", (event) => {
    if (gestures.mode !== "pan" && event.cancelable) event.preventDefault();
  }, { passive: false });
  surface.addEventListener("wheel", (event) => gestures.wheel(event), { passive: false });
  surface.addEventListener("dblclick", () => plane.actions.look(null));
}

class Gestures {
  /** @param {Plane} plane */
  constructor(plane) {
    this.plane = plane;
    /** @type {Map<number, [number, number]>} */
    this.pointers = new Map();
    /** @type {"idle" | "probe" | "handle" | "pan" | "pinch"} */
    this.mode = "idle";
    /** @type {Handle | null} */
    this.handle = null;
    this.offset = [0, 0];
    /** Whether a pan has left the spot: a click moves nothing. */
    this.moving = false;
    /** @type {[number, number][]} */
    this.start = [];
    /** What was shown when the gesture began. @type {ReturnType<Plane["outlook"]>} */
    this.outlook = undefined;
  }

  /** @param {MouseEvent} event @returns {[number, number]} */
  place(event) {
    const box = this.plane.surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** @param {PointerEvent} event */
  down(event) {
    const { plane } = this;
    if (!plane.frame || event.button > 0) return;
    const [pixelX, pixelY] = this.place(event);
    plane.surface.focus({ preventScroll: true });
    capture(plane.surface, event.pointerId);
    this.pointers.set(event.pointerId, [pixelX, pixelY]);
    this.outlook = plane.outlook();
    this.start = [...this.pointers.values()];
    if (this.pointers.size === 2) {
      this.mode = "pinch";
      return;
    }
    const reach = event.pointerType === "mouse" ? 10 : 24;
    this.handle = plane.actions.handles().find((handle) => handle.hit(pixelX, pixelY, reach)) ?? null;
    const [x, y] = plane.toPlane(pixelX, pixelY);
    if (this.handle) {
      this.mode = "handle";
      this.offset = [(this.handle.x ?? x) - x, (this.handle.y ?? y) - y];
      plane.surface.style.cursor = this.handle.cursor === "grab" ? "grabbing" : this.handle.cursor;
    } else if (event.pointerType !== "mouse" && plane.actions.hover) {
      this.mode = "probe";
      plane.actions.hover(x, y);
    } else {
      this.mode = "pan";
    }
  }

  /** @param {PointerEvent} event */
  moved(event) {
    const { plane } = this;
    if (!plane.frame) return;
    const [pixelX, pixelY] = this.place(event);
    if (this.pointers.has(event.pointerId)) this.pointers.set(event.pointerId, [pixelX, pixelY]);
    const [x, y] = plane.toPlane(pixelX, pixelY);
    switch (this.mode) {
      case "idle":
        if (event.pointerType !== "mouse") return;
        this.hover(pixelX, pixelY, x, y);
        break;
      case "probe":
        if (plane.contains(pixelX, pixelY)) plane.actions.hover?.(x, y);
        break;
      case "handle": this.handle?.drag(x + this.offset[0], y + this.offset[1]); break;
      case "pan": this.pan(pixelX, pixelY); break;
      case "pinch": this.pinch(); break;
    }
  }

  /** @param {number} pixelX @param {number} pixelY @param {number} x @param {number} y */
  hover(pixelX, pixelY, x, y) {
    const { actions, surface } = this.plane;
    const handle = actions.handles().find((candidate) => candidate.hit(pixelX, pixelY, 10));
    const inside = this.plane.contains(pixelX, pixelY);
    surface.style.cursor = handle ? handle.cursor : inside && actions.hover ? "crosshair" : "";
    if (inside) actions.hover?.(x, y);
  }

  /** @param {number} pixelX @param {number} pixelY */
  pan(pixelX, pixelY) {
    const { outlook, start: [[startX, startY]] } = this;
    const [right, down] = [pixelX - startX, pixelY - startY];
    if (!outlook || (!this.moving && Math.abs(right) < 3 && Math.abs(down) < 3)) return;
    this.moving = true;
    this.plane.surface.style.cursor = "grabbing";
    this.plane.lookAt(outlook.frame.x - right, outlook.frame.y - down, 1, outlook);
  }

  pinch() {
    const { outlook } = this;
    if (!outlook || this.pointers.size < 2) return;
    const [now0, now1] = [...this.pointers.values()];
    const [start0, start1] = this.start;
    const factor = Math.max(0.05, distance(now0, now1) / Math.max(1, distance(start0, start1)));
    const [startX, startY] = middle(start0, start1);
    const [nowX, nowY] = middle(now0, now1);
    const { x, y } = outlook.frame;
    this.plane.lookAt(startX + (x - nowX) / factor, startY + (y - nowY) / factor, factor, outlook);
  }

  /** @param {PointerEvent} event */
  click(event) {
    const { plane } = this;
    const [pixelX, pixelY] = this.place(event);
    if (plane.frame && plane.contains(pixelX, pixelY)) plane.actions.click?.(...plane.toPlane(pixelX, pixelY));
  }

  /** @param {PointerEvent} event */
  up(event) {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size > 0) return;
    if (this.mode === "pan" && !this.moving && event.type === "pointerup") this.click(event);
    this.mode = "idle";
    this.moving = false;
    this.handle = null;
    this.plane.surface.style.cursor = "";
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    const { plane } = this;
    if (!event.ctrlKey && document.activeElement !== plane.surface) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const [pixelX, pixelY] = this.place(event);
    const factor = 2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002));
    plane.zoom(Math.min(2, Math.max(0.5, factor)), pixelX, pixelY);
  }
}

/** @param {HTMLElement} surface @param {number} pointer */
function capture(surface, pointer) {
  try {
    surface.setPointerCapture(pointer);
  } catch {
    // The pointer may be gone already.
  }
}

/** @param {[number, number]} a @param {[number, number]} b */
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** @param {[number, number]} a @param {[number, number]} b @returns {[number, number]} */
function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
