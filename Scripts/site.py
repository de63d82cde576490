#!/usr/bin/env python3
"""Writes the lab twice: as a static folder for any web server, and as one file that works from disk.

usage: site.py WEB_FOLDER LABCORE_WASM SITE_FOLDER

The folder is the page as it is, with the module beside it. The file `nabla-lab.html` in it carries everything:
browsers load no ES module from file://, so the modules become one script, the worker a text that the page turns
into a blob, the WebAssembly module base64. Its Content-Security-Policy names the hashes of that one script and
that one style sheet, and allows nothing from outside.

The bundler knows only what our modules use: `import { a, b } from "./x.js"` on one line or several, and
`export` before a function, an async function, a class or a const. Anything else is an error, not a guess.
"""

import base64
import hashlib
import re
import shutil
import sys
from pathlib import Path

IMPORT = re.compile(r'^import \{([\w\s,$]+)\} from "(\.{1,2}/[\w./-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) ([\w$]+))", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRAY = re.compile(r"^(?:import|export)\b.*$|\bimport\s*\(", re.MULTILINE)


def fail(message):
    sys.exit(f"site.py: {message}")


def bundle(entry):
    """One script in which every module is a function that runs once, in the order of the imports."""
    done, open_files, parts = {}, [], []

    def visit(path):
        if path in done:
            return done[path]
        if path in open_files:
            fail(f"{path.name} imports itself through {' → '.join(p.name for p in open_files)}")
        if not path.is_file():
            fail(f"no module {path}")
        open_files.append(path)
        source = path.read_text(encoding="utf-8")
        heads = []
        for names, target in IMPORT.findall(source):
            heads.append(f"const {{ {', '.join(names.split(',')).strip()} }} = {visit((path.parent / target).resolve())};")
        body = IMPORT.sub("", source)
        exported = EXPORT.findall(body)
        body = EXPORT.sub("", body)
        stray = STRAY.search(COMMENT.sub("", body))
        if stray:
            fail(f"{path.name}: the bundler does not know “{stray.group(0).strip()}”")
        name = f"module{len(done)}"
        parts.append(
            f"// {path.name}\nconst {name} = (() => {{\n" + "\n".join(heads) + body
            + f"\nreturn {{ {', '.join(exported)} }};\n}})();\n")
        open_files.pop()
        done[path] = name
        return name

    visit(entry.resolve())
    return '"use strict";\n' + "".join(parts)


def javascript_string(text):
    """The text as a JavaScript literal that also survives inside a script element."""
    escaped = text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return "`" + escaped.replace("</", "<\\/").replace("<!--", "<\\!--") + "`"


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() + "'"


def one_file(web, module):
    """The whole lab as one HTML text."""
    worker = bundle(web / "worker.js")
    main = bundle(web / "main.js")
    if re.search(r"</script|<!--", main, re.IGNORECASE):
        fail("a module contains the end of a script element")
    script = (
        f'globalThis.nablaWasmBase64 = "{base64.b64encode(module).decode()}";\n'
        f"globalThis.nablaWorkerSource = {javascript_string(worker)};\n{main}")
    style = (web / "style.css").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; script-src {digest(script)} 'wasm-unsafe-eval'; style-src {digest(style)}; "
        "img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'")
    page = (web / "index.html").read_text(encoding="utf-8")
    for pattern, replacement in (
        (r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)', lambda m: m[1] + policy + m[2]),
        (r'<link rel="stylesheet" href="style.css">', lambda m: f"<style>{style}</style>"),
        (r'<script type="module" src="main.js"></script>', lambda m: f"<script>{script}</script>"),
    ):
        page, count = re.subn(pattern, replacement, page)
        if count != 1:
            fail(f"index.html has {count} places for {pattern}")
    return page


def main(arguments):
    if len(arguments) != 3:
        fail("usage: site.py WEB_FOLDER LABCORE_WASM SITE_FOLDER")
    web, module_path, site = map(Path, arguments)
    if not module_path.is_file():
        fail(f"no WebAssembly module at {module_path}: build it first")
    module = module_path.read_bytes()
    if module[:4] != b"\0asm":
        fail(f"{module_path} is not a WebAssembly module")
    page = one_file(web, module)
    shutil.copytree(web, site, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
    shutil.copyfile(module_path, site / "LabCore.wasm")
    data = page.encode("utf-8")
    (site / "nabla-lab.html").write_bytes(data)
    print(f"{site}/ and {site / 'nabla-lab.html'} ({len(data) // 1024} KB)")


if __name__ == "__main__":
    main(sys.argv[1:])
