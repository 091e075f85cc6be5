using System.Collections.Immutable;
using LoApi.Storage.Tests.Oracle.Recorder;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>A statement as it stands on file.</summary>
/// <param name="Where">Where it is sent: in a transaction, outside of one, or by Orleans.</param>
/// <param name="Text">The text, without an end.</param>
/// <param name="Binds">Its binds in order; of a list of values the first only.</param>
internal sealed record StatementOnFile(string Where, string Text, ImmutableArray<RecordedBind> Binds)
{
    public static StatementOnFile Of(RecordedStatement statement) => new(
        statement.Boundaries switch
        {
            Boundaries.Inside => "in a transaction",
            Boundaries.Outside when statement.IsDefinition => "commits what came before",
            Boundaries.Outside => "outside of transactions",
            _ => "in transactions and outside",
        },
        statement.Text,
        statement.Binds);

    public override string ToString() => Text;
}
