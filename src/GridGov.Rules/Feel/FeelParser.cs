using System.Globalization;
using System.Text;

namespace GridGov.Rules;

/// <summary>Parses FEEL by descent. Names may have spaces, so they are looked for among those that are known, the longest first.</summary>
internal sealed class FeelParser
{
    private static readonly string[] Keywords = ["and", "or", "if", "then", "else", "between", "in", "true", "false", "null", "for", "return", "some", "every", "satisfies", "function", "instance"];

    private readonly string _text;
    private readonly string[] _names;
    private readonly string[] _functions;
    private int _at;
    private int _depth;

    public FeelParser(string text, IEnumerable<string> names, IEnumerable<string>? functions = null)
    {
        _text = text;
        _names = [.. names.Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length)];
        _functions = [.. FeelFunctions.All.Keys.Concat(functions ?? []).OrderByDescending(n => n.Length)];
        if (text.Length > FeelExpression.MostCharacters)
            throw Bad(FormattableString.Invariant($"an expression has at most {FeelExpression.MostCharacters} characters"));
    }

    public FeelNode Expression()
    {
        var node = Or();
        End();
        return node;
    }

    public FeelNode UnaryTests()
    {
        var start = _at;
        if (Word("not") && Symbol("("))
        {
            var negated = Tests(")");
            Skip();
            if (_at == _text.Length)
                return new TestsNode(negated, isNegated: true);
        }

        _at = start;
        var tests = Tests(null);
        End();
        return new TestsNode(tests, isNegated: false);
    }

    private List<FeelNode> Tests(string? end)
    {
        var tests = new List<FeelNode>();
        do
            tests.Add(Test(new TestedNode()));
        while (Symbol(","));
        if (end is not null)
            Must(end);
        return tests;
    }

    private TestNode Test(FeelNode tested)
    {
        foreach (var operation in (string[])["<=", ">=", "!=", "<", ">", "="])
        {
            if (Symbol(operation))
                return new TestNode(tested, new ComparisonNode(operation, tested, Sum()), isCondition: true);
        }

        var from = _at;
        var node = Or();

        // What asks about "?" is a condition by itself; everything else is what the value is held against.
        return new TestNode(tested, node, isCondition: _text.AsSpan(from, _at - from).Contains('?'));
    }

    private FeelNode Or()
    {
        if (++_depth > FeelExpression.MostDepth)
            throw Bad("it is nested too deep");
        var node = And();
        while (Word("or"))
            node = new LogicNode(isAnd: false, node, And());
        _depth--;
        return node;
    }

    private FeelNode And()
    {
        var node = Comparison();
        while (Word("and"))
            node = new LogicNode(isAnd: true, node, Comparison());
        return node;
    }

    private FeelNode Comparison()
    {
        var left = Sum();
        foreach (var operation in (string[])["<=", ">=", "!=", "<", ">", "="])
        {
            if (Symbol(operation))
                return new ComparisonNode(operation, left, Sum());
        }

        if (Word("between"))
        {
            var least = Sum();
            if (!Word("and"))
                throw Bad("\"and\" is expected after \"between\"");
            return new LogicNode(isAnd: true, new ComparisonNode(">=", left, least), new ComparisonNode("<=", left, Sum()));
        }

        if (!Word("in"))
            return left;
        if (!Symbol("("))
            return new TestsNode([Test(left)], isNegated: false);
        var tests = new List<FeelNode>();
        do
            tests.Add(Test(left));
        while (Symbol(","));
        Must(")");
        return new TestsNode(tests, isNegated: false);
    }

    private FeelNode Sum()
    {
        var node = Product();
        while (true)
        {
            if (Symbol("+"))
                node = new ArithmeticNode('+', node, Product());
            else if (Symbol("-"))
                node = new ArithmeticNode('-', node, Product());
            else
                return node;
        }
    }

    private FeelNode Product()
    {
        var node = Power();
        while (true)
        {
            if (Peek("**"))
                return node;
            if (Symbol("*"))
                node = new ArithmeticNode('*', node, Power());
            else if (Symbol("/"))
                node = new ArithmeticNode('/', node, Power());
            else
                return node;
        }
    }

    private FeelNode Power()
    {
        var node = Unary();
        while (Symbol("**"))
            node = new ArithmeticNode('^', node, Unary());
        return node;
    }

    private FeelNode Unary()
    {
        if (!Symbol("-"))
            return Postfix();
        if (++_depth > FeelExpression.MostDepth)
            throw Bad("it is nested too deep");
        var node = new NegationNode(Unary());
        _depth--;
        return node;
    }

    private FeelNode Postfix()
    {
        var node = Primary();
        while (Peek(".") && !Peek("..") && Symbol("."))
            node = new PathNode(node, PathName());
        return node;
    }

    private FeelNode Primary()
    {
        Skip();
        if (_at == _text.Length)
            throw Bad("it ends too early");
        var next = _text[_at];
        if (char.IsAsciiDigit(next) || (next == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1])))
            return Number();
        if (next == '"')
            return new LiteralNode(Quoted());
        if (Symbol("?"))
            return new TestedNode();
        if (Symbol("{"))
            return Context();
        if (next is '[' or ']' or '(')
            return Bracket();
        if (Word("if"))
            return If();
        foreach (var (word, value) in ((string, object?)[])[("true", true), ("false", false), ("null", null)])
        {
            if (Word(word))
                return new LiteralNode(value);
        }

        return NameOrCall();
    }

    private IfNode If()
    {
        var condition = Or();
        if (!Word("then"))
            throw Bad("\"then\" is expected");
        var then = Or();
        if (!Word("else"))
            throw Bad("\"else\" is expected");
        return new(condition, then, Or());
    }

    // A list, a range, or an expression in parentheses: which of them only its inside tells.
    private FeelNode Bracket()
    {
        var open = _text[_at++];
        if (open == '[' && Symbol("]"))
            return new ListNode([]);
        var first = Or();
        if (Symbol(".."))
        {
            var until = Or();
            var includes = Symbol("]");
            if (!includes && !Symbol(")") && !Symbol("["))
                throw Bad("the range is not closed");
            return new RangeNode(first, open == '[', until, includes);
        }

        if (open == '(')
        {
            Must(")");
            return first;
        }

        if (open == ']')
            throw Bad("a range is expected");
        var items = new List<FeelNode> { first };
        while (Symbol(","))
            items.Add(Or());
        Must("]");
        return new ListNode(items);
    }

    private ContextNode Context()
    {
        var entries = new List<(string, FeelNode)>();
        if (Symbol("}"))
            return new(entries);
        do
        {
            Skip();
            var start = _at;
            var name = _at < _text.Length && _text[_at] == '"' ? Quoted() : null;
            var end = _text.IndexOf(':', _at);
            if (end < 0 || (name is not null && _text.AsSpan(_at, end - _at).ContainsAnyExcept(" \t\r\n")))
                throw Bad("a name and \":\" are expected", start);
            name ??= _text[_at..end].Trim();
            if (entries.Any(e => e.Item1 == name))
                throw Bad($"{name} stands twice", start);
            _at = end + 1;
            entries.Add((name, Or()));
        }
        while (Symbol(","));
        Must("}");
        return new(entries);
    }

    private FeelNode NameOrCall()
    {
        var start = _at;
        if (Known(_functions) is { } function && Symbol("("))
            return Call(function);
        _at = start;
        if (Known(_names) is { } known)
            return new NameNode(known);
        var name = Identifier();
        if (Keywords.Contains(name, StringComparer.Ordinal))
            throw Bad($"\"{name}\" cannot be used here", start);
        if (Peek("("))
            throw Bad($"the function \"{name}\" is not known", start);
        return new NameNode(name);
    }

    private CallNode Call(string function)
    {
        var arguments = new List<FeelNode>();
        if (!Symbol(")"))
        {
            do
                arguments.Add(Or());
            while (Symbol(","));
            Must(")");
        }

        return new(function, arguments);
    }

    private string PathName()
    {
        Skip();
        return Identifier();
    }

    private string Identifier()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || _text[_at] == '_' || (_at > start && char.IsDigit(_text[_at]))))
            _at++;
        return _at > start ? _text[start.._at] : throw Bad(_at == _text.Length ? "it ends too early" : $"\"{_text[_at]}\" is not expected");
    }

    private string? Known(string[] names)
    {
        Skip();
        foreach (var name in names)
        {
            var at = _at;
            var isThere = true;
            foreach (var part in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                while (at < _text.Length && char.IsWhiteSpace(_text[at]))
                    at++;
                isThere = isThere && string.CompareOrdinal(_text, at, part, 0, part.Length) == 0;
                at += part.Length;
            }

            if (isThere && (at >= _text.Length || !(char.IsLetterOrDigit(_text[at]) || _text[at] == '_')))
            {
                _at = at;
                return name;
            }
        }

        return null;
    }

    private LiteralNode Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || (_text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
            _at++;
        return decimal.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : throw Bad("it is no number, or one that is too large", start);
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        var start = _at++;
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return text.ToString();
            }

            if (_text[_at] != '\\' || _at + 1 == _text.Length)
                text.Append(_text[_at]);
            else if (_text[++_at] == 'u' && _at + 4 < _text.Length && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                (_, _at) = (text.Append((char)code), _at + 4);
            else
                text.Append(_text[_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
        }

        throw Bad("the text is not closed", start);
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private bool Peek(string symbol)
    {
        Skip();
        return string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0;
    }

    private bool Symbol(string symbol)
    {
        if (!Peek(symbol))
            return false;
        _at += symbol.Length;
        return true;
    }

    private bool Word(string word)
    {
        Skip();
        var end = _at + word.Length;
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0 || (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')))
            return false;
        _at = end;
        return true;
    }

    private void Must(string symbol)
    {
        if (!Symbol(symbol))
            throw Bad($"\"{symbol}\" is expected");
    }

    private void End()
    {
        Skip();
        if (_at < _text.Length)
            throw Bad($"\"{_text[_at]}\" is not expected");
    }

    private FeelException Bad(string reason, int? at = null) => new(_text, at ?? _at, reason);
}
