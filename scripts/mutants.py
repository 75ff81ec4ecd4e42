"""Mutants of a module: copies with one small fault each, as somebody might make it.

Changed are comparisons, logic, arithmetic, numbers, answer codes, members of enumerations, entries of lists, results
and calls. Left alone is what is no logic: docstrings, annotations, decorators, sentences, the vocabulary of
enumerations, and ``strict=True``, which only guards against errors of the programmer.
"""

import ast
import copy
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import EnumType
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")

CODE = re.compile(r"[a-z0-9_]+")
SAYS = {"Text", "TypeVar", "TypeAliasType", "ValueError", "TypeError", "KeyError", "LookupError", "RuntimeError"}
"""Calls whose strings are for people."""

GENERIC = {"tuple", "list", "dict", "frozenset", "Callable", "Iterator", "Iterable", "Sequence", "Mapping"}

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NAMED = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor", "argmax": "argmin",
         "argmin": "argmax", "minimum": "maximum", "maximum": "minimum"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One faulty copy. ``name``: module, line and number; the same as long as the module stays as it is."""

    name: str
    module: str
    source: str
    diff: str


def mutants_of(module: ModuleType, source: str) -> list[Mutant]:
    """All mutants of a module in the order of its lines."""
    tree = ast.parse(source)
    clean = ast.unparse(tree)
    short = module.__name__.rpartition(".")[2]
    found: list[Mutant] = []
    for node in list(_logic(tree)):
        for faulty in _faults(node, module):
            text = _with(tree, node, faulty)
            if text != clean:
                name = f"{short}:{getattr(node, 'lineno', 0)}:{len(found)}"
                found.append(Mutant(name, module.__name__, text, _diff(clean, text)))
    return found


def _logic(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that are logic, from the outside in."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params") or _vocabulary(node, field):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _no_logic(node, child):
                yield from _logic(child)


def _vocabulary(node: ast.AST, field: str) -> bool:
    if not isinstance(node, ast.ClassDef) or field != "body":
        return False
    return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases)


def _no_logic(parent: ast.AST, child: ast.AST) -> bool:
    """Docstrings, words for people, the guard ``strict``, and names of types."""
    if isinstance(parent, ast.Module) and isinstance(child, ast.Assign) and isinstance(child.value, ast.Subscript):
        return isinstance(child.value.value, ast.Name) and child.value.value.id in GENERIC
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id in SAYS:
        return True
    if isinstance(child, ast.keyword) and child.arg == "strict":
        return True
    return isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _faults(node: ast.AST, module: ModuleType) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    yield from _other_logic(node)
    yield from _other_entries(node)
    yield from _other_values(node, module)
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield _set(node, value=ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Continue() | ast.Break():
            yield ast.Pass()


def _other_logic(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                others = ([*node.ops[:place], other(), *node.ops[place + 1 :]] for other in COMPARED[type(operator)])
                yield from (_set(node, ops=ops) for ops in others)
        case ast.BoolOp():
            yield _set(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
            yield from (_set(node, values=rest) if len(rest) > 1 else rest[0] for rest in _one_less(node.values))
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.If() | ast.IfExp() if isinstance(node.test, ast.Name | ast.Call | ast.Attribute | ast.NamedExpr):
            yield _set(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension(ifs=[_, *_]):
            yield from (_set(node, ifs=rest) for rest in _one_less(node.ifs))


def _other_entries(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set():
            if not all(isinstance(one, ast.Name) for one in node.elts):
                yield from (_set(node, elts=rest) for rest in _one_less(node.elts))
        case ast.Dict():
            pairs = list(zip(node.keys, node.values, strict=True))
            yield from (_set(node, keys=[k for k, _ in r], values=[v for _, v in r]) for r in _one_less(pairs))


def _other_values(node: ast.AST, module: ModuleType) -> Iterator[ast.AST]:
    match node:
        case ast.BinOp() | ast.AugAssign() if type(node.op) in COUNTED:
            yield _set(node, op=COUNTED[type(node.op)]())
        case ast.Constant():
            yield from _other_constants(node)
        case ast.Name(id=name, ctx=ast.Load()) if name in NAMED:
            yield _set(node, id=NAMED[name])
        case ast.Attribute():
            yield from _other_attributes(node, module)


def _other_constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield _set(node, value=not value)
    elif isinstance(value, int):
        yield _set(node, value=value + 1)
    elif isinstance(value, float):
        yield _set(node, value=value * 1.1 if value else 0.1)
    elif isinstance(value, str) and CODE.fullmatch(value):
        yield _set(node, value=f"{value}_x")


def _other_attributes(node: ast.Attribute, module: ModuleType) -> Iterator[ast.AST]:
    if node.attr in NAMED:
        yield _set(node, attr=NAMED[node.attr])
    kind = getattr(module, node.value.id, None) if isinstance(node.value, ast.Name) else None
    if isinstance(kind, EnumType) and node.attr in kind.__members__:
        members = list(kind.__members__)
        if len(members) > 1:
            yield _set(node, attr=members[(members.index(node.attr) + 1) % len(members)])


def _one_less(entries: list[T]) -> Iterator[list[T]]:
    for number in range(len(entries)):
        yield entries[:number] + entries[number + 1 :]


def _set(node: ast.AST, **fields: object) -> ast.AST:
    """A shallow copy of a node with other fields."""
    changed = copy.copy(node)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.old:
            return self.new
        return self.generic_visit(copy.copy(node))

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, field, [self.visit(one) if isinstance(one, ast.AST) else one for one in value])
            elif isinstance(value, ast.AST):
                setattr(node, field, self.visit(value))
        return node


def _with(tree: ast.Module, old: ast.AST, new: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(_Swap(old, new).visit(tree)))


def _diff(clean: str, faulty: str) -> str:
    lines = difflib.unified_diff(clean.splitlines(), faulty.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if line[:3] not in ("---", "+++") and not line.startswith("@@"))
