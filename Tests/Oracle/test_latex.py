"""The LaTeX that nabla writes, read back by SymPy: same values as the formula that it was written from."""
import importlib.util
import json
import subprocess
from pathlib import Path

import pytest
import sympy as sp
from sympy.parsing.latex import parse_latex

ROOT = Path(__file__).resolve().parents[2]
NABLA = ROOT / ".build/debug/nabla"
spec = importlib.util.spec_from_file_location("reference", ROOT / "Scripts/expression-reference.py")
reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reference)

# What SymPy's reader of LaTeX does not know, or reads as something that has no value.
UNREAD = ("cases", "operatorname", "wedge", "vee", "psi", "Gamma", "mathrm", "\\ne", "\\le ", "\\min", "\\max")
POINT = {sp.Symbol("x"): sp.Rational(5, 4), sp.Symbol("y"): sp.Rational(3, 4)}


def written(formula):
    output = subprocess.run([NABLA, "derive", formula, "--of", "gradient", "--json"], capture_output=True, check=True)
    result = json.loads(output.stdout)
    return result["latexField"] + result["derivations"][0]["latexFormulas"]


def read_back(latex):
    # Bars open and close alike in SymPy's grammar, so that it cannot tell them; ours are left and right.
    # A thin space is a product; SymPy would read y(x + 1) as a function y.
    for ours, theirs in (("\\left|", "\\sqrt{("), ("\\right|", ")^{2}}"), ("\\,", "\\cdot ")):
        latex = latex.replace(ours, theirs)
    return parse_latex(latex)


def value(expression):
    names = {symbol: POINT[symbol] for symbol in expression.free_symbols if symbol in POINT}
    names.update({sp.Symbol("e"): sp.E, sp.Symbol("pi"): sp.pi})
    parameters = {"a": 2, "b": sp.Rational(-3, 2)}
    names.update({sp.Symbol(name): number for name, number in parameters.items()})
    return complex(sp.N(expression.subs(names).doit(), 20))


def test_sympy_reads_what_we_write():
    read = 0
    for ours, theirs in reference.FORMULAS:
        truth = sp.sympify(sp.sympify(theirs, locals={"x": sp.Symbol("x", real=True), "y": sp.Symbol("y", real=True)}))
        x, y = sp.Symbol("x", real=True), sp.Symbol("y", real=True)
        expected = [truth, sp.diff(truth, x), sp.diff(truth, y)]
        for latex, theirs_now in zip(written(ours), expected):
            # SymPy leaves the derivative of a floor as it is.
            if any(word in latex for word in UNREAD) or theirs_now.has(sp.Derivative):
                continue
            found = value(read_back(latex))
            at = {x: POINT[sp.Symbol("x")], y: POINT[sp.Symbol("y")]}
            wanted = complex(sp.N(theirs_now.subs(at).doit(), 20))
            assert found == pytest.approx(wanted, rel=1e-9, abs=1e-9), (ours, latex)
            read += 1
    assert read >= 450
