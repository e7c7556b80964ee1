"""Runs virt-install and defines domains inside one process, with libvirt's QEMU driver in a folder of its own.

usage: virt_tools.py ROOT install < lines of "FILE TAB ARGUMENT TAB ARGUMENT ..."
       virt_tools.py ROOT define FILE ...

Prints one line a file: its name, and "ok" or the first line of the error.
"""
import contextlib
import io
import os
import sys
import threading

import libvirt

root, what = sys.argv[1:3]
os.makedirs(root + "/etc", exist_ok=True)
with open(root + "/etc/qemu.conf", "w") as conf:
    # Otherwise QEMU is probed again each time, because its own user may not open /dev/kvm.
    conf.write('user = "root"\ngroup = "root"\n' if os.getuid() == 0 else "")
uri = "qemu:///embed?root=" + root

libvirt.virEventRegisterDefaultImpl()


def loop():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=loop, daemon=True).start()
libvirt.registerErrorHandler(lambda _context, _error: None, None)
connection = libvirt.open(uri)


def define(path):
    flags = libvirt.VIR_DOMAIN_DEFINE_VALIDATE
    with open(path) as text:
        domain = connection.defineXMLFlags(text.read(), flags)
    domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_NVRAM)


def install(path, arguments):
    sys.path.insert(0, "/usr/share/virt-manager")
    from virtinst import virtinstall

    sys.argv = ["virt-install", "--connect", uri, "--print-xml", "1", "--check", "all=off"] + arguments
    out, err = io.StringIO(), io.StringIO()
    status = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = virtinstall.main()
    except SystemExit as end:
        status = end.code
    if status:
        raise RuntimeError((err.getvalue() or out.getvalue() or "status %s" % status).strip())
    with open(path, "w") as file:
        file.write(out.getvalue())


def report(path, action):
    try:
        action()
        print(path, "ok", flush=True)
    except (libvirt.libvirtError, RuntimeError) as fault:
        print(path, str(fault).splitlines()[0], flush=True)


if what == "install":
    for line in sys.stdin.read().splitlines():
        name, *words = line.split("\t")
        report(name, lambda: install(name, words))
else:
    for name in sys.argv[3:]:
        report(name, lambda: define(name))
os._exit(0)
