#!/usr/bin/env python3
"""Writes Tests/ExpressionsTests/Reference.swift: values and first and second derivatives of formulas by SymPy.

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
    # Comparisons, pieces and steps.
    ("if(x < y, x^2, y^3)", "Piecewise((x**2, x<y), (y**3, True))"),
    ("if(x ≥ 2 and y < 1, x y, x + y)", "Piecewise((x*y, (x>=2)&(y<1)), (x+y, True))"),
    ("if(0 < y < 0.5, sin x, cos(x y))", "Piecewise((sin(x), (0<y)&(y<Rational(1,2))), (cos(x*y), True))"),
    ("if(x = y or x > 2, exp(y), y^2 x)", "Piecewise((exp(y), Eq(x,y)|(x>2)), (y**2*x, True))"),
    ("x (x ≠ y) + (x <= y)", "x"), ("min(x, y^2)", "y**2"), ("max(x y, x - y, 1)", "Max(x*y, x-y, 1)"),
    ("floor(3x) y", "floor(3*x)*y"), ("⌊x y⌋ + ⌈3y⌉ x", "floor(x*y)+ceiling(3*y)*x"), ("sign(x - 2) y^2", "sign(x-2)*y**2"),
    ("step(x - 2) sin y", "Heaviside(x-2)*sin(y)"), ("clamp(x, 0, 2) y", "Min(Max(x,0),2)*y"),
    ("sgn(y - 1/2) x", "sign(y-Rational(1,2))*x"), ("heaviside(y - 0.5)", "Heaviside(y-Rational(1,2))"),
    ("gamma(x + y)", "gamma(x+y)"), ("x Γ(y)", "x*gamma(y)"), ("digamma(x y)", "digamma(x*y)"),
    ("polygamma(1, x + y)", "polygamma(1, x+y)"), ("sec x + csc y", "1/cos(x)+1/sin(y)"), ("cot(x y)", "cot(x*y)"),
    ("∞ (x < 0) 0 + x", "nan"),
    # Definitions and operators.
    ("a x^2 + b y where a = 2, b = -1.5 in -3…3", "2*x**2-1.5*y"), ("r = hypot(x, y); r exp(-r)", "sqrt(x**2+y**2)*exp(-sqrt(x**2+y**2))"),
    ("f(x, y) = x^2 y; f(y, x) - f(x + 1, 2y)", "y**2*x-(x+1)**2*2*y"), ("div(x^2 y, sin(x y))", "2*x*y+x*cos(x*y)"),
    ("curl(-y^3, x^2 y)", "2*x*y+3*y**2"), ("laplacian(x^3 y^2)", "6*x*y**2+2*x**3"), ("∇·(∇(x^2 exp(y)))", "2*exp(y)+x**2*exp(y)"),
    ("dot(grad(x y^2), (x, y))", "3*x*y**2"), ("|grad(x^2 + y^2)|", "2*sqrt(x**2+y**2)"), ("cross((x, y), (y, x^2))", "x**3-y**2"),
    ("diff(sin(x y), x)", "y*cos(x*y)"), ("F = (x y, y^2); div F + curl F", "y+2*y-x"), ("∇²(sin x cosh y)", "0"),
    ("(x, y)·(y, x^2)", "x*y+x**2*y"), ("(1, 2)×(x, y)", "y-2*x"), ("div rot90 (x^2 y, y^3)", "x**2-0*y"),
    # Formulas of the field.
    ("cos x sin y", "cos(x)*sin(y)"), ("-sin x cos y", "-sin(x)*cos(y)"), ("3(1-x)^2 exp(-x^2-(y+1)^2)", "3*(1-x)**2*exp(-x**2-(y+1)**2)"),
    ("20 + (x^2 - 10cos(6x)) + (y^2 - 10cos(6y))", "20+x**2-10*cos(6*x)+y**2-10*cos(6*y)"),
    ("-20exp(-0.2sqrt((x^2+y^2)/2)) - exp((cos(2πx)+cos(2πy))/2) + e + 20",
     "-20*exp(-sqrt((x**2+y**2)/2)/5)-exp((cos(2*pi*x)+cos(2*pi*y))/2)+E+20"),
    ("x^3 - 3x y^2", "x**3-3*x*y**2"), ("(1.5-x+xy)^2+(2.25-x+xy^2)^2", "(1.5-x+x*y)**2+(2.25-x+x*y**2)**2"),
    ("1/√(2π) exp(-x²/2)", "exp(-x**2/2)/sqrt(2*pi)"), ("ln(exp x + exp y)", "log(exp(x)+exp(y))"), ("1/(1+exp(-x y))", "1/(1+exp(-x*y))"),
    ("x ln x + y ln y", "x*log(x)+y*log(y)"), ("0.5ln(x^2+y^2)", "log(x**2+y**2)/2"), ("x/(x^2+y^2)^1.5", "x/(x**2+y**2)**Rational(3,2)"),
    ("sinc where sinc = sin(x)/x", "sin(x)/x"), ("exp(-(x-y)^2/0.5) cos(3x)", "exp(-2*(x-y)**2)*cos(3*x)"),
]
# Every function in compositions that try the chain rule, the product rule and the quotient rule.
FUNCTIONS = {
    "exp": "exp({})", "exp2": "2**({})", "expm1": "exp({})-1", "log": "log({})", "log2": "log({})/log(2)", "log10": "log({})/log(10)",
    "log1p": "log(1+{})", "sin": "sin({})", "cos": "cos({})", "tan": "tan({})", "asin": "asin({})", "acos": "acos({})",
    "atan": "atan({})", "sinh": "sinh({})", "cosh": "cosh({})", "tanh": "tanh({})", "asinh": "asinh({})",
    "atanh": "atanh({})", "cbrt": "cbrt({})", "erf": "erf({})", "sqrt": "sqrt({})", "abs": "Abs({})", "gamma": "gamma({})",
}
for name, form in FUNCTIONS.items():
    FORMULAS.append((f"{name}(x y/4)", form.format("(x*y/4)")))
    FORMULAS.append((f"{name}(x/4) y^2", "(" + form.format("(x/4)") + ")*y**2"))
    FORMULAS.append((f"x/(2 + {name}(y))" if name != "acosh" else "x", "x/(2+" + form.format("y") + ")"))
    FORMULAS.append((f"{name}(sin(x)^2/3 + y/4)", form.format("(sin(x)**2/3+y/4)")))
FORMULAS = [pair for pair in FORMULAS if pair[1] != "nan"]
POINTS = [(1.25, 0.75), (2.5, 0.3125)]


def number(value):
    # What is differentiated by pieces has no slope only at seams, where no point of ours lies.
    return repr(float(sp.N(value.replace(sp.DiracDelta, lambda *_: sp.Integer(0)), 30)))


def derivatives(f):
    f = f.rewrite(sp.Piecewise) if f.has(sp.Max, sp.Min) else f
    f = f.subs({sp.floor(3 * x): sp.floor(3 * x)})
    first = [sp.diff(f, x), sp.diff(f, y)]
    return [f, *first, sp.diff(first[0], x), sp.diff(first[0], y), sp.diff(first[1], y)]


def at_point(g, at):
    # The derivative of a floor, left by SymPy as it is, is 0.
    g = g.replace(sp.Derivative, lambda *_: sp.Integer(0)).replace(sp.Subs, lambda *_: sp.Integer(0))
    return number(g.doit().subs(at))


def main():
    rows = []
    for ours, theirs in FORMULAS:
        f = sp.sympify(theirs, locals={"x": x, "y": y})
        f = sp.sympify(f)
        slopes = derivatives(f)
        for px, py in POINTS:
            at = {x: sp.Rational(px), y: sp.Rational(py)}
            text = ours.replace("\\", "\\\\")
            rows.append(f'  Reference("{text}", {px}, {py}, [{", ".join(at_point(g, at) for g in slopes)}]),')
    with open("Tests/ExpressionsTests/Reference.swift", "w", encoding="utf-8") as file:
        file.write("// Written by Scripts/expression-reference.py with SymPy %s.\n" % sp.__version__)
        file.write("// swift-format-ignore-file\n\n")
        file.write("/// A formula, a point, and its value, ∂x, ∂y, ∂xx, ∂xy and ∂yy there.\n")
        file.write("struct Reference: Sendable {\n  let text: String\n  let point: [Double]\n  let values: [Double]\n\n")
        file.write("  init(_ text: String, _ x: Double, _ y: Double, _ values: [Double]) {\n")
        file.write("    self.text = text\n    point = [x, y]\n    self.values = values\n  }\n}\n\n")
        file.write("let references: [Reference] = [\n" + "\n".join(rows) + "\n]\n")


if __name__ == "__main__":
    main()
