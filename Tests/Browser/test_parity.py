"""The same scene gives the same bits in Chromium, in WasmKit and on the command line."""

import json
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from conftest import ROOT

SCALAR = ROOT / ".build/wasm-scalar/release/LabCore.wasm"
# Elementary functions by number in Parity.swift: in Double from 0, in Float from 100 on.
FUNCTIONS = [("lab_parity_function", index) for index in [*range(24), *range(100, 124)]] + [("lab_parity_noise", 0)]

# Every scene of Parity.swift, until there is none, and the functions.
CALL = """async (calls) => {
  const { instance } = await WebAssembly.instantiateStreaming(fetch("LabCore.wasm"));
  const found = [];
  const call = (name, index) => String(BigInt.asUintN(64, instance.exports[name](index)));
  for (let index = 0; call("lab_parity_scene", index) !== "0"; index += 1) {
    found.push(["lab_parity_scene", index, call("lab_parity_scene", index)]);
  }
  return [...found, ...calls.map(([name, index]) => [name, index, call(name, index)])];
}"""

READ = """async (text) => {
  const { instance } = await WebAssembly.instantiateStreaming(fetch("LabCore.wasm"));
  const lab = instance.exports;
  const bytes = new TextEncoder().encode(text);
  const place = lab.lab_input(bytes.length);
  new Uint8Array(lab.memory.buffer, place, bytes.length).set(bytes);
  if (lab.lab_scene(bytes.length)) throw new Error("scene");
  lab.lab_reading();
  return new TextDecoder().decode(
    new Uint8Array(lab.memory.buffer, lab.lab_output(), lab.lab_output_length()));
}"""


@pytest.fixture(scope="module")
def chromium(browser, address):
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def wasmkit(name, index):
    run = subprocess.run(
        ["wasmkit", "run", str(SCALAR), name, f"i32:{index}"], capture_output=True, text=True, check=True)
    return re.search(r"\((\d+)\)", run.stdout).group(1)


def test_chromium_and_wasmkit_agree_in_every_bit(chromium):
    found = chromium.evaluate(CALL, [list(case) for case in FUNCTIONS])
    assert sum(name == "lab_parity_scene" for name, _, _ in found) >= 25
    assert not [case for case in found if case[2] in ("0", "1")]
    with ThreadPoolExecutor(2) as pool:
        expected = list(pool.map(lambda case: wasmkit(*case[:2]), found))
    assert [case for case, value in zip(found, expected) if case[2] != value] == []


@pytest.mark.parametrize("scene", [
    "v1;field;F=sin(x y) + 0.2 x, cos(x) exp(-y^2/3);probe=0.7,-1.3",
    "v1;field;F=-y/(x^2+y^2), x/(x^2+y^2);probe=0,0",
    "v1;divergence;F=x + y^2, y - x^3;circle=0.5,0.25,1.5",
    "v1;curl;F=tanh(x - y), atan2(y, x);wheel=1,-1,0.3",
    "v1;information;p=1,0,3;q=0,2,1;unit=bits;alpha=2.5",
    "v1;field;F=a x - y^2, sin(x) + b y where a = 1 in 0…3, b = 2;with=a=2.5;show=arrows,lens;trail=divergence,curl",
    "v1;gradient;f=exp(-(x^2 + y^2)/4) + 0.1 x;probe=-1,2;direction=77;trail=hessian",
    "v1;descent;f=(x^2 + y - 11)^2 + (x + y^2 - 7)^2;view=-5,5,-5,5;from=0,0;rate=0.01;race=flow,gd,adam,newton,lbfgs",
    "v1;rotor;F=sin z + cos y, sin x + cos z, sin y + cos x;axis=70,-25;probe=0.5,0.25,-0.5",
    "v1;charge;sphere=0.5,-0.25,1,1.25;with=q=-2",
])
def test_the_page_reads_what_the_command_line_prints(chromium, scene):
    program = next(ROOT / f".build/{kind}/nabla" for kind in ("debug", "release")
                   if (ROOT / f".build/{kind}/nabla").exists())
    printed = subprocess.run([program, "at", "--scene", scene], capture_output=True, text=True, check=True).stdout
    assert chromium.evaluate(READ, scene) == printed.strip()
    json.loads(printed)
