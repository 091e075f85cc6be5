using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>Everything that was sent through a recorder: each statement once, how it was bound, and whether in a transaction.</summary>
internal sealed partial class Recording
{
    private readonly ConcurrentDictionary<string, RecordedStatement> _statements = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Short, ImmutableArray<string> Binds, ImmutableArray<string> ShortBinds)> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _boundaries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SessionTags, int> _tags = new();

    private static readonly AsyncLocal<bool> OfTests = new();

    /// <summary>From now on this flow's statements are the tests' own, which are not put on file.</summary>
    public static IDisposable PauseForTest()
    {
        OfTests.Value = true;
        return new End();
    }

    /// <summary>By their texts, in binary order.</summary>
    public IEnumerable<RecordedStatement> Statements => _statements.Values.OrderBy(statement => statement.Text, StringComparer.Ordinal);

    /// <summary>How often transactions ended so: COMMIT, ROLLBACK.</summary>
    public IReadOnlyDictionary<string, int> Boundaries => _boundaries;

    /// <summary>The tags that sessions had when they were closed.</summary>
    public IEnumerable<SessionTags> Tags => _tags.Keys;

    public void Boundary(string boundary) => _boundaries.AddOrUpdate(boundary, 1, (_, count) => count + 1);

    public void Tagged(RecorderConnection connection) =>
        _tags.AddOrUpdate(new(connection.ModuleName, connection.ActionName, connection.ClientId, connection.ClientInfo), 1, (_, count) => count + 1);

    /// <summary>Puts a command on file. Throws where its binds are not those of its text, in the text's order.</summary>
    public RecordedStatement Statement(RecorderCommand command, IReadOnlyList<RecorderParameter> parameters, bool inTransaction)
    {
        var text = _texts.GetOrAdd(command.CommandText, full =>
        {
            var shortened = Shortened(full);
            return (shortened, OracleText.BindsOf(full), OracleText.BindsOf(shortened));
        });
        var raw = RecordedStatement.Of(
            command.CommandText, [.. parameters.Select(parameter => new RecordedBind(parameter.ParameterName, parameter.OracleDbType))], inTransaction);
        if (!text.Binds.SequenceEqual(raw.Binds.Select(bind => bind.Name), StringComparer.Ordinal))
        {
            throw new RecorderException(1036, $"illegal variable name/number: the text has {string.Join(' ', text.Binds)}: {command.CommandText}");
        }

        if (raw.Binds.Length > 0 && !command.BindByName)
        {
            throw new InvalidOperationException("BindByName was not set.");
        }

        if (OfTests.Value)
        {
            return raw;
        }

        var kept = raw with { Text = text.Short, Binds = [.. raw.Binds.Where(bind => text.ShortBinds.Contains(bind.Name))] };
        _statements.AddOrUpdate(kept.Text, kept, (_, known) => known.And(kept));
        return raw;
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => OfTests.Value = false;
    }

    /// <summary>How many values a list has is chance: on file it has the first.</summary>
    private static string Shortened(string text) => List().Replace(text, "IN (${first})");

    [GeneratedRegex(@"\bIN \((?<first>:(?<name>[a-z]+)[0-9]+)(, :\k<name>[0-9]+)+\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex List();
}
