# SPDX-License-Identifier: GPL-3.0-or-later
"""A real file manager, looked at and driven as a person does."""
import os, re, subprocess, time

import guikit as g


class Folder:
    """A file manager's window on a folder: Thunar in list view (its rows, unlike its icons, AT-SPI can
    find), or under GNOME Files (Nautilus) as it comes."""

    THUNAR = (("last-view", "string", "ThunarDetailsView"), ("misc-single-click", "bool", "false"),
              ("last-location-bar", "string", "ThunarLocationEntry"), ("last-separator-position", "int", "110"),
              ("misc-full-path-in-window-title", "bool", "true"),
              # the same for a newer one, as in Debian 13
              ("misc-window-title-style", "string", "THUNAR_WINDOW_TITLE_STYLE_FULL_PATH_WITHOUT_THUNAR_SUFFIX"))

    def __init__(self, path, timeout=20, place=None):
        self.path = os.path.realpath(path)
        if not os.path.isdir(self.path):
            raise g.GuiError("no folder %s" % path)
        self.timeout = timeout
        self.frame = self._find()
        new = self.frame is None
        if new:
            cmd = ["nautilus", "--new-window", self.path] if g.GNOME else ["thunar", self.path]
            if not g.GNOME:
                for prop, kind, value in self.THUNAR:
                    subprocess.run(["xfconf-query", "-c", "thunar", "-p", "/" + prop, "-n", "-t", kind, "-s", value],
                                   check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                subprocess.Popen(cmd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 start_new_session=True)
            except FileNotFoundError:
                raise g.GuiError("%s is not installed" % cmd[0])
            self.frame = g.wait_for("file manager window on %s" % path, self._find, timeout, 0.2)
        self.window = g.Frame(self.frame) if g.GNOME else g.find_window("^%s" % re.escape(self.frame.name), timeout)
        if g.GNOME:
            if new or place:
                g.wait_for("shown file manager", lambda: self.frame.has("ACTIVE") or not new, 5)
                time.sleep(1)
                self.window.tile(place or "left")
        elif place in ("left", "right"):
            g.tile(self.window, place)
        elif place:
            x, y, width, height = place.split(",")
            subprocess.run(["wmctrl", "-i", "-r", hex(self.window.xid), "-e", "0,%s,%s,%s,%s" % (x, y, width, height)], check=True)
            time.sleep(0.3)

    def _find(self):
        name = "org.gnome.Nautilus" if g.GNOME else "thunar"
        for a in g.apps():
            if a.name.lower() == name.lower():
                for f in a.children():
                    shown = f.name.split(" - ")[0].rstrip("/")
                    if f.role == "frame" and shown == (os.path.basename(self.path) if g.GNOME else self.path.rstrip("/")):
                        return f
        return None

    def cells(self):
        """name -> box on the screen, for each row (or icon) of the view that names a file of this folder"""
        out = {}
        if g.GNOME:
            x, y = self.window.geometry()[:2]
            for c in self.frame.walk():
                if c.role == "table cell" and c.name and os.path.lexists(os.path.join(self.path, c.name)):
                    e = c.extents()
                    if e and e[2] > 20:
                        out.setdefault(c.name, (x + e[0], y + e[1], e[2], e[3]))
            return out
        for pane in self.frame.walk():
            if pane.role == "directory pane" and pane.showing():
                for c in pane.walk():
                    e = c.role == "table cell" and c.name and c.extents()
                    if e and e[2] > 20 and e[3] > 4 and os.path.lexists(os.path.join(self.path, c.name)):
                        out.setdefault(c.name, e)
        return out

    def rows(self):
        return list(g.wait_for("rows", self.cells, self.timeout, 0.2)) if os.listdir(self.path) else []

    def show(self):
        g.raise_window(self.window)

    def point(self, name):
        if not os.path.lexists(os.path.join(self.path, name)):
            raise g.GuiError("no file %s in %s" % (name, self.path))
        x, y, width, height = g.wait_for("row %r in the file manager" % name, lambda: self.cells().get(name), self.timeout, 0.2)
        px, py = (x + width // 2, y + height // 3) if g.GNOME else (x + min(width // 3, 40), y + height // 2)
        wx, wy, ww, wh = self.window.geometry()
        if not (wx <= px < wx + ww and wy <= py < wy + wh - 30):
            raise g.GuiError("%r is scrolled out of sight in the file manager (use a smaller folder)" % name)
        return px, py

    def empty_point(self):
        """A point of the view below its last row."""
        wx, wy, ww, wh = self.window.geometry()
        bottom = max([e[1] + e[3] for e in self.cells().values()] or [wy + wh // 2])
        y = (bottom + wy + wh - 30) // 2
        if y < bottom + 4:
            raise g.GuiError("no empty space in the file manager's view of %s" % self.path)
        return wx + ww * 2 // 3, y

    def select(self, names):
        self.show()
        for i, n in enumerate(names):
            g.click(*self.point(n), keys=("ctrl",) if i else ())
            time.sleep(0.15)
