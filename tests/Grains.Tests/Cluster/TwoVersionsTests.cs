using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;

namespace LoApi.Grains.Tests.Cluster;

/// <summary>Members of two versions of a cluster, in the middle of a rolling upgrade.</summary>
public sealed class TwoVersionsTests : IDisposable
{
    private const string Alias = "test-note";

    private readonly ServiceProvider _before = Member(typeof(NoteBefore), typeof(NoteAfter), typeof(Stamp));
    private readonly ServiceProvider _after = Member(typeof(NoteAfter), typeof(NoteBefore));

    [Fact]
    public void OldReader_OfAMessageWithANewMember_ReadsTheRest()
    {
        var sent = new NoteAfter { Text = "hello", Stamp = new(78, new("here")), Sent = new("there") };

        var read = Sent(sent, _after, _before);

        Assert.Equal(new NoteBefore { Text = "hello", Sent = new("there") }, read);
    }

    [Fact]
    public void NewReader_OfAMessageWithoutTheNewMember_ReadsNothingThere()
    {
        var sent = new NoteBefore { Text = "hello", Sent = new("there") };

        var read = Sent(sent, _before, _after);

        Assert.Equal(new NoteAfter { Text = "hello", Stamp = null, Sent = new("there") }, read);
    }

    [Fact]
    public void OldReader_OfSeveralInOneMessage_KeepsReferencesStraight() // What is skipped counts too.
    {
        var letter = new Letter("there");
        var sent = new NoteAfter { Text = "hello", Stamp = new(78, letter), Sent = letter };

        var read = Sent(new object[] { sent, sent, letter }, _after, _before);

        var items = Assert.IsType<object[]>(read);
        Assert.Equal(new NoteBefore { Text = "hello", Sent = letter }, items[0]);
        Assert.Same(items[0], items[1]);
        Assert.Equal(letter, items[2]);
    }

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    private static object? Sent(object message, ServiceProvider sender, ServiceProvider receiver) =>
        receiver.GetRequiredService<Serializer>().Deserialize<object>(sender.GetRequiredService<Serializer>().SerializeToArray<object>(message));

    /// <summary>A member whose version of the contract is one type; the others it has never heard of.</summary>
    private static ServiceProvider Member(Type own, params Type[] unknown)
    {
        var services = new ServiceCollection();
        services.AddSerializer(serializer => serializer.AddAssembly(typeof(TwoVersionsTests).Assembly));
        services.PostConfigure<TypeManifestOptions>(manifest =>
        {
            foreach (var alias in manifest.WellKnownTypeAliases.Where(alias => alias.Value == own || unknown.Contains(alias.Value)).ToArray())
            {
                manifest.WellKnownTypeAliases.Remove(alias.Key);
            }

            manifest.WellKnownTypeAliases.Add(Alias, own);
        });
        return services.BuildServiceProvider();
    }
}
