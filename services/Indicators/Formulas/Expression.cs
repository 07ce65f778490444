namespace Suite.Indicators.Formulas;

/// <summary>A formula as a tree. Positions are UTF-16 offsets into its text.</summary>
public abstract record Expression(int Position)
{
    /// <summary>The indicators it speaks of, each once.</summary>
    public IReadOnlySet<string> References => All().OfType<Reference>().Select(r => r.Definition).ToHashSet();

    /// <summary>Itself and all below.</summary>
    public IEnumerable<Expression> All() => Parts.SelectMany(p => p.All()).Prepend(this);

    protected virtual IEnumerable<Expression> Parts => [];

    public sealed record Number(int Position, decimal Value) : Expression(Position);

    /// <param name="Definition">Id of the indicator whose value it is.</param>
    public sealed record Reference(int Position, string Definition) : Expression(Position);

    public sealed record Negation(int Position, Expression Inner) : Expression(Position)
    {
        protected override IEnumerable<Expression> Parts => [Inner];
    }

    /// <param name="Operator">+, -, * or /.</param>
    public sealed record Operation(int Position, char Operator, Expression Left, Expression Right) : Expression(Position)
    {
        protected override IEnumerable<Expression> Parts => [Left, Right];
    }

    /// <summary>The value of another place: see <see cref="Function"/>.</summary>
    public sealed record Call(int Position, Function Function, Expression Inner) : Expression(Position)
    {
        protected override IEnumerable<Expression> Parts => [Inner];
    }
}

/// <summary>The functions of formulas, each of one argument.</summary>
public enum Function
{
    /// <summary>Growth on the same period of the year before, as a share of its amount.</summary>
    Yoy,

    /// <summary>The value of the same period of the year before.</summary>
    LastYear,

    /// <summary>The value of the period before.</summary>
    Previous,

    /// <summary>The value of the entity above: of the city, for a town.</summary>
    Parent,
}
