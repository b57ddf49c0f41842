# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts in this folder share: X11 windows, AT-SPI widgets, mouse and keyboard.

Needs python3-gi gir1.2-atspi-2.0 python3-xlib xdotool, and to be run inside
`with-display` (or any X session with a session bus).
"""
import os, re, signal, subprocess, sys, time

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib          # noqa: E402
from Xlib import X, display as xdisplay, error as xerror   # noqa: E402

GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *a: None, None)   # harmless cache misses


GNOME = os.environ.get("WITH_DISPLAY_SESSION") == "gnome"     # else: X11 windows, which tell where they are


class GuiError(Exception):
    pass


def main(function):
    """Run a script's main; a GuiError becomes one line and exit status 1."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        sys.exit(function() or 0)
    except GuiError as e:
        print("%s: %s" % (os.path.basename(sys.argv[0]), e), file=sys.stderr)
        sys.exit(1)


def wait_for(what, check, seconds=10.0, every=0.05):
    """Poll check() until it gives something true; GuiError names `what` if it never does."""
    until = time.monotonic() + seconds
    while True:
        r = check()
        if r:
            return r
        if time.monotonic() > until:
            raise GuiError("no %s within %g s" % (what, seconds))
        time.sleep(every)


def xdo(*args):
    r = subprocess.run(["xdotool"] + [str(a) for a in args], capture_output=True, text=True)
    if r.returncode:
        raise GuiError("xdotool %s: %s" % (" ".join(map(str, args)), r.stderr.strip()))
    return r.stdout.strip()


# ---- X11 windows ---------------------------------------------------------------------------------

class Window:
    def __init__(self, d, xid):
        self.d, self.xid, self.w = d, xid, d.create_resource_object("window", xid)

    def prop(self, name):
        try:
            p = self.w.get_full_property(self.d.intern_atom(name), X.AnyPropertyType)
        except (xerror.BadWindow, xerror.BadAtom):
            return None
        return p.value if p else None

    @property
    def title(self):
        v = self.prop("_NET_WM_NAME")
        if v is None:
            v = self.prop("WM_NAME")
        return v.decode("utf-8", "replace") if isinstance(v, bytes) else (v or "")

    @property
    def pid(self):
        v = self.prop("_NET_WM_PID")
        return int(v[0]) if v is not None and len(v) else 0

    @property
    def wm_class(self):
        v = self.prop("WM_CLASS")
        return v.decode("latin-1").strip("\0").split("\0") if v else []

    def geometry(self):
        """x, y on the screen, width, height of the client area (with GTK's own shadow, where it has one)"""
        try:
            g = self.w.get_geometry()
            t = g.root.translate_coords(self.w, 0, 0)
            return t.x, t.y, g.width, g.height
        except (xerror.BadWindow, xerror.BadDrawable) as e:
            raise GuiError("window 0x%x has gone" % self.xid) from e

    def frame_extents(self):
        """left, right, top, bottom: how much of the window is shadow"""
        v = self.prop("_GTK_FRAME_EXTENTS")
        return tuple(v) if v is not None and len(v) == 4 else (0, 0, 0, 0)

    def mapped(self):
        try:
            return self.w.get_attributes().map_state == X.IsViewable
        except xerror.BadWindow:
            return False


_display = None


def xd():
    global _display
    if _display is None:
        try:
            _display = xdisplay.Display()
        except Exception as e:
            raise GuiError("no X display: %s (run inside with-display)" % e)
    return _display


def windows():
    """The windows the window manager manages, oldest first (all mapped top-levels without one)."""
    d = xd()
    v = Window(d, d.screen().root.id).prop("_NET_CLIENT_LIST")
    if v is not None:
        return [Window(d, int(i)) for i in v]
    return [w for w in popups() if w.title]


def popups(not_framing=()):
    """Every mapped child of the root window (menus and popovers among them) but those that frame these windows."""
    d = xd()
    out = []
    for w in d.screen().root.query_tree().children:
        try:
            if w.get_attributes().map_state == X.IsViewable and w.get_geometry().width > 1 \
                    and not (not_framing and not_framing & {c.id for c in w.query_tree().children}):
                out.append(Window(d, w.id))
        except (xerror.BadWindow, xerror.BadDrawable):
            pass
    return out


def screen_size():
    r = xd().screen().root.get_geometry()
    return r.width, r.height


class Frame:
    """A window under GNOME (Wayland), which tells nobody where it is; a tiled one is known to fill its half."""
    xid = 0

    def __init__(self, widget):
        self.a = widget
        self.title, self.pid = widget.name, widget.pid

    @staticmethod
    def _tiles():
        try:
            with open(os.path.join(os.environ["XDG_RUNTIME_DIR"], "with-display-tiles")) as f:
                return dict(l.split() for l in f)
        except OSError:
            return {}

    def geometry(self):
        width, height = screen_size()
        side = self._tiles().get(str(self.pid))
        e = self.a.extents()
        if side is None or not e or e[2:] != (width // 2, height):
            raise GuiError("where window %r is, is not known: tile it first (ui tile)" % self.title)
        return (width // 2 if side == "right" else 0), 0, width // 2, height

    def frame_extents(self):
        return 0, 0, 0, 0

    def mapped(self):
        return bool(self.a.role)

    def tile(self, side):
        width, height = screen_size()
        for attempt in range(4):
            if self.a.has("ACTIVE"):
                break
            xdo("key", "alt+Tab")
            time.sleep(0.5)
        else:
            raise GuiError("window %r does not get the focus" % self.title)
        move(width - 1, height - 1)
        xdo("key", "super+" + side.capitalize())
        wait_for("tiled window %r" % self.title, lambda: (self.a.extents() or ())[2:] == (width // 2, height), 5)
        t = self._tiles()
        t[str(self.pid)] = side
        with open(os.path.join(os.environ["XDG_RUNTIME_DIR"], "with-display-tiles"), "w") as f:
            f.writelines("%s %s\n" % i for i in t.items())
        time.sleep(0.3)


def frames():
    return [Frame(f) for a in apps() for f in a.children() if f.role in ("frame", "dialog", "filler", "window") and f.name]


def tile(w, side):
    """Put a window on the left or the right half of the screen."""
    if GNOME:
        return w.tile(side)
    width, height = screen_size()
    x = width // 2 if side == "right" else 0
    # wmctrl counts from the outer edge: with the title bar, where the window manager draws one, without GTK's shadow
    left, right, up, down = w.frame_extents()
    v = w.prop("_NET_FRAME_EXTENTS")
    f = tuple(v) if v is not None and len(v) == 4 else (0, 0, 0, 0)
    subprocess.run(["wmctrl", "-i", "-r", hex(w.xid), "-b", "remove,maximized_vert,maximized_horz"], check=False)
    subprocess.run(["wmctrl", "-i", "-r", hex(w.xid), "-e", "0,%d,%d,%d,%d" %
                    (x - left, 0 - up, width // 2 - f[0] - f[1] + left + right, height - f[2] - f[3] + up + down)], check=True)
    time.sleep(0.4)


def find_window(pattern, seconds=10.0):
    """The newest managed window whose title matches the regular expression, or whose class or id equals it."""
    def look():
        if GNOME:
            return next((f for f in reversed(frames()) if re.search(pattern, f.title)), None)
        for w in reversed(windows()):
            if "0x%x" % w.xid == pattern.lower() or str(w.xid) == pattern or pattern in w.wm_class \
                    or re.search(pattern, w.title):
                if w.mapped():
                    return w
    return wait_for("window %r" % pattern, look, seconds)


# ---- AT-SPI widgets ------------------------------------------------------------------------------

def _safe(f, default=None):
    try:
        return f()
    except GLib.Error:
        return default


_gtk4 = {}


def older_role(name):
    """The accessibility bus of Debian 13 has another name for what scripts know by its older one."""
    return "push button" if name == "button" else name


class Widget:
    def __init__(self, a):
        self.a = a

    name = property(lambda s: _safe(s.a.get_name, "") or "")
    description = property(lambda s: _safe(s.a.get_description, "") or "")
    pid = property(lambda s: _safe(s.a.get_process_id, 0))
    role = property(lambda s: older_role(_safe(s.a.get_role_name, "") or ""))

    def children(self):
        n = _safe(self.a.get_child_count, 0)
        out = []
        for i in range(min(n, 1000)):
            c = _safe(lambda: self.a.get_child_at_index(i))
            if c is not None:
                out.append(Widget(c))
        return out

    def has(self, state):
        s = _safe(self.a.get_state_set)
        return bool(s) and s.contains(getattr(Atspi.StateType, state))

    def showing(self):
        """On the screen? GTK 4.8 says SHOWING of windows only, and VISIBLE of all else; what has no size is not drawn."""
        if self.has("SHOWING"):
            return True
        if not (self.is_gtk4() and self.has("VISIBLE")):
            return False
        e = self.extents()
        return e is None or (e[2] > 0 and e[3] > 0)

    def extents(self):
        """x, y, width, height: on the screen, but for GTK 4 within the window (asking it for more makes it warn)"""
        c = _safe(self.a.get_component_iface)
        kind = Atspi.CoordType.WINDOW if self.is_gtk4() else Atspi.CoordType.SCREEN
        e = c and _safe(lambda: Atspi.Component.get_extents(c, kind))
        return (e.x, e.y, e.width, e.height) if e else None

    def text(self):
        t = _safe(self.a.get_text_iface)
        if not t:
            return None
        n = _safe(lambda: Atspi.Text.get_character_count(t), 0)
        return _safe(lambda: Atspi.Text.get_text(t, 0, n), "")

    def value(self):
        v = _safe(self.a.get_value_iface)
        return _safe(lambda: Atspi.Value.get_current_value(v)) if v else None

    def actions(self):
        i = _safe(self.a.get_action_iface)
        if not i:
            return []
        return [_safe(lambda: Atspi.Action.get_action_name(i, n)) for n in range(_safe(lambda: Atspi.Action.get_n_actions(i), 0))]

    def act(self, name=None):
        names = self.actions()
        if not names:
            raise GuiError("%s %r has no action" % (self.role, self.name))
        if name is None:
            n = next((names.index(k) for k in ("click", "activate", "press", "toggle") if k in names), 0)
        elif name in names:
            n = names.index(name)
        else:
            raise GuiError("%s %r has no action %r, only %s" % (self.role, self.name, name, ", ".join(map(str, names))))
        if not _safe(lambda: Atspi.Action.do_action(self.a.get_action_iface(), n), False):
            raise GuiError("action %r of %s %r was refused" % (name or names[n], self.role, self.name))

    def enter(self, text):
        i = _safe(self.a.get_editable_text_iface)
        if not i or not _safe(lambda: Atspi.EditableText.set_text_contents(i, text), False):
            raise GuiError("%s %r takes no text" % (self.role, self.name))

    def label(self):
        """The name a person would hear: without GTK 4.8's class names, doubled and underlined ones."""
        n = self.name
        if re.fullmatch(r"(Gtk|Adw|Nautilus)[A-Z][A-Za-z]+", n):
            n = ""
        m = re.fullmatch(r"(.*_.*) (.*)", n)
        if m and m[1].replace("_", "") == m[2]:
            n = m[2]
        if not n:
            n = " ".join(c.text() or c.label() for c in self.children() if c.role in ("label", "panel", "filler", "list item"))
        return n.strip()

    def walk(self, depth=60):
        yield self
        if depth:
            for c in self.children():
                yield from c.walk(depth - 1)

    def toolkit(self):
        app = _safe(self.a.get_application)
        return ((_safe(app.get_toolkit_name, "") or "").lower(), _safe(app.get_toolkit_version, "") or "") if app else ("", "")

    def is_gtk4(self):
        if self.pid not in _gtk4:
            kit, version = self.toolkit()
            _gtk4[self.pid] = kit.startswith("gtk") and version.startswith("4")
        return _gtk4[self.pid]

    def ancestors(self):
        a = self.a
        while a is not None:
            yield Widget(a)
            a = _safe(a.get_parent)

    def window(self):
        """The top-level window or dialog this widget belongs to: what hangs below the application."""
        w = self
        for a in self.ancestors():
            if a.role == "application":
                break
            w = a
        return w

    def screen_box(self):
        """x, y, width, height on the screen.

        GTK 3 tells this. GTK 4 cannot know where its window is: it tells
        positions within the window, to which this adds where X has put the
        window and how thick the border or shadow is that GTK draws itself."""
        e = self.extents()
        if not e or e[2] <= 1 or e[3] <= 1:
            raise GuiError("%s %r is not on the screen" % (self.role, self.name))
        if not self.is_gtk4():
            return e
        if GNOME:
            for a in self.ancestors():
                if a.role in ("menu", "popup menu") or (a.role in ("dialog", "filler") and a.name and a.window().a == a.a):
                    raise GuiError("%s %r is in a menu or dialog, whose place is unknown under GNOME: use `ui act` or keys" % (self.role, self.name))
            x, y = Frame(self.window()).geometry()[:2]
            return x + e[0], y + e[1], e[2], e[3]
        # A popover is an X window of its own, as large as the accessible it belongs to: count from that one.
        managed = [w for w in windows() if w.mapped()]
        managed = [w for w in managed if w.pid == self.pid] or managed      # (a Flatpak's window has another pid)
        known = {m.xid for m in windows()}
        loose = {p.geometry()[2:]: p for p in popups(known) if p.xid not in known}
        for a in self.ancestors():
            if a.role in ("frame", "application"):
                break
            ae = a.extents()
            if ae and ae[2:] in loose:
                x, y = loose[ae[2:]].geometry()[:2]
                return x + e[0] - ae[0], y + e[1] - ae[1], e[2], e[3]
        top = self.window()
        te = top.extents() or (0, 0, 0, 0)
        w = next((w for w in reversed(managed) if top.name and w.title == top.name), None) or (managed[-1] if managed else None)
        if w is None:
            raise GuiError("no X window for %s %r" % (self.role, self.name))
        x, y, width, height = w.geometry()
        left, right, up, down = w.frame_extents()
        if not any((left, right, up, down)):
            left = max(0, (width - te[2]) // 2)
            up = max(0, (height - te[3]) // 2)
        return x + left + e[0], y + up + e[1], e[2], e[3]


def apps():
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):      # (libatspi would abort)
        raise GuiError("no session bus (run inside with-display)")
    return Widget(Atspi.get_desktop(0)).children()


def find_app(name, seconds=10.0):
    """The application with that AT-SPI name, or any when name is None; a number is a process id."""
    def look():
        for a in reversed(apps()):
            if name is None or a.name == name or str(a.pid) == name or (a.name and a.name.split("/")[-1] == name):
                return a
    return wait_for("application %r on the accessibility bus" % name, look, seconds, 0.1)


def matches(w, role, name, showing=True):
    if role and w.role != role:
        return False
    if name is not None:
        n = w.name
        if len(name) > 2 and name[0] == name[-1] == "/":
            # GTK 4.8 does not tell that a label says something else now: its name is the first that was asked for.
            said = (w.text() if role == "label" else None) or (w.label() if role or n else n)
            if not re.search(name[1:-1], said):
                return False
        elif name not in (n, w.text()) and (not (role or n) or name != w.label()):
            return False
    return not showing or w.showing()


def find_widget(app, role=None, name=None, seconds=10.0, showing=True, nth=0):
    """The nth showing widget of `app` with that role and name (or text, or /regular expression/)."""
    a = app if isinstance(app, Widget) else find_app(app, seconds)
    def look():
        found = [w for w in a.walk() if matches(w, role, name, showing)]
        return found[nth] if len(found) > nth else None
    return wait_for("%s %r in %s" % (role or "widget", name, a.name), look, seconds, 0.2)


# ---- mouse ---------------------------------------------------------------------------------------

def move(x, y, steps=0, pause=0.012):
    """Move the pointer; with steps, as a hand would (toolkits only see a drag that really moves)."""
    if steps:
        p = xd().screen().root.query_pointer()
        for i in range(1, steps + 1):
            xdo("mousemove", p.root_x + (x - p.root_x) * i // steps, p.root_y + (y - p.root_y) * i // steps)
            time.sleep(pause)
    else:
        xdo("mousemove", x, y)


def click(x, y, times=1, button=1, keys=()):
    move(x, y)
    time.sleep(0.08)
    for k in keys:
        xdo("keydown", k)
    try:
        xdo("click", "--repeat", times, "--delay", 60, button)
    finally:
        for k in keys:
            xdo("keyup", k)


def centre(box):
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def raise_window(w):
    if GNOME:
        return
    subprocess.run(["wmctrl", "-i", "-a", hex(w.xid)], check=False)
    time.sleep(0.15)


def top_at(x, y):
    """The managed window the pointer would hit at x, y (or None)."""
    ids = {w.xid: w for w in windows()}
    d = xd()
    here, found = d.screen().root, None
    while True:
        try:
            c = here.translate_coords(d.screen().root, x, y).child
        except (xerror.BadWindow, xerror.BadDrawable):
            return found
        if not c:
            return found
        here = c if hasattr(c, "id") else d.create_resource_object("window", c)
        found = ids.get(here.id, found)


def uncovered(point, w):
    """GuiError unless w is the window on top at that point."""
    if GNOME:
        return
    t = top_at(*point)
    if w is not None and (t is None or t.xid != w.xid):
        raise GuiError("at %d,%d is %s, not window %r" % (point + ("window %r" % t.title if t else "no window", w.title)))
