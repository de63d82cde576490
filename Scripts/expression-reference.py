#!/usr/bin/env python3
"""Writes Tests/ExpressionsTests/Reference.swift: values and gradients of formulas by SymPy.

Each formula is given twice, in the language of Nabla and in that of SymPy, so that the parser is tested as
well; SymPy differentiates and evaluates with 30 digits.
"""
import sympy as sp

x, y = sp.symbols("x y", real=True)
FORMULAS = [
    ("-y", "-y"), ("x", "x"), ("2x sin y", "2*x*sin(y)"), ("xy", "x*y"), ("x y^2", "x*y**2"),
    ("-x^2", "-x**2"), ("2^-x", "2**(-x)"), ("2^3^x", "2**(3**x)"), ("x - y - 1", "x-y-1"),
    ("x/y/2", "x/y/2"), ("1/2x", "x/2"), ("exp(-(x^2+y^2)/2)", "exp(-(x**2+y**2)/2)"),
    ("sin x cos y", "sin(x)*cos(y)"), ("sin 2x", "sin(2*x)"), ("sin^2 x + cos^2 x", "sin(x)**2+cos(x)**2"),
    ("sin²x·y", "sin(x)**2*y"), ("sin² x y", "sin(x*y)**2"), ("√(x²+y²)", "sqrt(x**2+y**2)"), ("√x y", "sqrt(x)*y"),
    ("|x - y|", "Abs(x-y)"), ("|x||y|", "Abs(x)*Abs(y)"), ("2|x + |y||", "2*Abs(x+Abs(y))"),
    ("ln x", "log(x)"), ("log2(x) + log10(y)", "log(x,2)+log(y,10)"), ("log1p(x y)", "log(1+x*y)"),
    ("expm1(x/3)", "exp(x/3)-1"), ("exp2(y)", "2**y"), ("tan(x/2)", "tan(x/2)"),
    ("asin(x/4) acos(y/4)", "asin(x/4)*acos(y/4)"), ("atan(x y)", "atan(x*y)"), ("atan2(y, x)", "atan2(y,x)"),
    ("hypot(x, y)", "sqrt(x**2+y**2)"), ("sinh x - cosh y", "sinh(x)-cosh(y)"), ("tanh(x - y)", "tanh(x-y)"),
    ("asinh x + acosh(1 + y)", "asinh(x)+acosh(1+y)"), ("atanh(x/5)", "atanh(x/5)"),
    ("cbrt(x + y)", "cbrt(x+y)"), ("erf(x - 1)", "erf(x-1)"), ("π x + e^y", "pi*x+exp(y)"),
    ("pi*e*x", "pi*E*x"), ("x^y", "x**y"), ("x^2.5", "x**Rational(5,2)"), ("x^-2", "x**-2"),
    ("x^4 - x^-1", "x**4-1/x"), ("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "(x**2+y-11)**2+(x+y**2-7)**2"),
    ("(1 - x)^2 + 100(y - x^2)^2", "(1-x)**2+100*(y-x**2)**2"), ("-y/(x^2+y^2)", "-y/(x**2+y**2)"),
    ("x × y ÷ 2 − 1", "x*y/2-1"), ("((((x))))", "x"), ("-(-x)", "x"), ("2*-x", "-2*x"),
    ("x e^(-x y)", "x*exp(-x*y)"), ("exp(sin(x y)) / (1 + x^2)", "exp(sin(x*y))/(1+x**2)"),
    ("sqrt(1 + sqrt(1 + x^2 y^2))", "sqrt(1+sqrt(1+x**2*y**2))"), ("1.5e-3x", "Rational(3,2000)*x"),
    ("2e x", "2*E*x"), ("arctan x", "atan(x)"),
]
POINTS = [(1.25, 0.75), (2.5, 0.3125)]


def number(value):
    # SymPy leaves d|x| as a sign; at these points everything is an ordinary number.
    return repr(float(sp.N(value, 30)))


def main():
    rows = []
    for ours, theirs in FORMULAS:
        f = sp.sympify(theirs, locals={"x": x, "y": y})
        for px, py in POINTS:
            at = {x: sp.Rational(px), y: sp.Rational(py)}
            values = [number(g.doit().subs(at)) for g in (f, sp.diff(f, x), sp.diff(f, y), sp.diff(f, x, y))]
            text = ours.replace("\\", "\\\\")
            rows.append(f'  Reference("{text}", {px}, {py}, {", ".join(values)}),')
    with open("Tests/ExpressionsTests/Reference.swift", "w", encoding="utf-8") as file:
        file.write("// Written by Scripts/expression-reference.py with SymPy %s.\n" % sp.__version__)
        file.write("// swift-format-ignore-file\n\n")
        file.write("/// A formula, a point, and its value, ∂/∂x, ∂/∂y and ∂²/∂x∂y there.\n")
        file.write("struct Reference: Sendable {\n  let text: String\n  let point: [Double]\n  let values: [Double]\n\n")
        file.write("  init(_ text: String, _ x: Double, _ y: Double, _ f: Double, _ fx: Double, _ fy: Double, _ fxy: Double) {\n")
        file.write("    self.text = text\n    point = [x, y]\n    values = [f, fx, fy, fxy]\n  }\n}\n\n")
        file.write("let references: [Reference] = [\n" + "\n".join(rows) + "\n]\n")


main()
