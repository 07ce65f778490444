using System.Globalization;

namespace Suite.Indicators.Formulas;

/// <summary>
/// Reads formulas: numbers, indicators in braces ({gdp}), + - * /, brackets and the functions yoy, last_year, previous, parent.
/// <c>{gdp} / {population}</c>, <c>yoy({gdp})</c>, <c>{exports} / ({exports} + {imports})</c>.
/// </summary>
public sealed class FormulaReader
{
    public const int Longest = 500;
    const int Deepest = 40;

    /// <summary>Each function may ask its argument twice, so more would take long.</summary>
    const int MostFunctions = 3;

    static readonly Dictionary<string, Function> Functions = new()
    {
        ["yoy"] = Function.Yoy, ["last_year"] = Function.LastYear, ["previous"] = Function.Previous, ["parent"] = Function.Parent,
    };

    readonly string _text;
    int _at;
    int _depth;
    int _functions;

    FormulaReader(string text) => _text = text;

    /// <exception cref="FormulaException">The text is no formula.</exception>
    public static Expression Read(string text)
    {
        if (text.Length > Longest) throw new FormulaException(Longest, $"a formula has at most {Longest} characters");
        var reader = new FormulaReader(text);
        var whole = reader.Sum();
        reader.Blank();
        return reader._at == text.Length ? whole : throw reader.Wrong("an operator (+ - * /) or the end was expected");
    }

    Expression Sum()
    {
        var left = Product();
        while (Next() is '+' or '-') left = new Expression.Operation(_at, _text[_at++], left, Product());
        return left;
    }

    Expression Product()
    {
        var left = Factor();
        while (Next() is '*' or '/') left = new Expression.Operation(_at, _text[_at++], left, Factor());
        return left;
    }

    Expression Factor()
    {
        var next = Next();
        if (++_depth > Deepest) throw Wrong($"brackets and signs may nest at most {Deepest} deep");
        var read = next switch
        {
            '-' => Negated(),
            '(' => Bracketed(),
            '{' => Referred(),
            >= '0' and <= '9' => Literal(),
            >= 'a' and <= 'z' => Called(),
            _ => throw Wrong("a number, {indicator}, a function or '(' was expected"),
        };
        _depth--;
        return read;
    }

    Expression.Negation Negated() => new(_at++, Factor());

    Expression Bracketed()
    {
        var open = _at++;
        var inner = Sum();
        Close(open);
        return inner;
    }

    Expression.Reference Referred()
    {
        var open = _at++;
        var end = _text.IndexOf('}', _at);
        if (end < 0) throw new FormulaException(open, "'{' needs a '}' that closes it");
        var id = _text[_at..end];
        if (!ResourceNames.IsId(id)) throw Wrong("the id of an indicator was expected: a-z, 0-9 and '-'");
        _at = end + 1;
        return new(open, id);
    }

    Expression.Number Literal()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        return decimal.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(start, value)
            : throw new FormulaException(start, "a decimal number of at most 28 digits was expected");
    }

    Expression.Call Called()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterLower(_text[_at]) || _text[_at] == '_')) _at++;
        if (!Functions.TryGetValue(_text[start.._at], out var function))
            throw new FormulaException(start, $"one of {string.Join(", ", Functions.Keys)} was expected; indicators stand in braces");
        if (Next() != '(') throw Wrong("'(' was expected");
        if (++_functions > MostFunctions) throw new FormulaException(start, $"at most {MostFunctions} functions may stand in one another");
        var open = _at++;
        var inner = Sum();
        Close(open);
        _functions--;
        return new(start, function, inner);
    }

    void Close(int open)
    {
        if (Next() != ')') throw _at == _text.Length ? new FormulaException(open, "'(' needs a ')' that closes it") : Wrong("an operator or ')' was expected");
        _at++;
    }

    char? Next()
    {
        Blank();
        return _at < _text.Length ? _text[_at] : null;
    }

    void Blank()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    FormulaException Wrong(string expected) => new(_at, expected);
}
