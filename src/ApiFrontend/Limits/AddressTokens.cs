using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LoApi.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Limits;

/// <summary>
/// Limits requests without accepted credentials by address; of IPv6 by /64, which is what one subscriber has. The table is
/// of a fixed size, however many addresses come. A bucket that is full again need not be remembered; where a newcomer finds
/// no place else, it takes over the bucket that is nearest to full, with what was taken from it: nobody gets rid of a debt
/// by coming from many addresses.
/// </summary>
internal sealed class AddressTokens(IOptions<LimitOptions> options, TimeProvider clock)
{
    /// <summary>Addresses that are remembered at most.</summary>
    public const int Capacity = Sets * Ways;

    private const int Sets = 8_192;
    private const int Ways = 8;
    private const int Locks = 64;
    private const ulong Ipv4 = 0xFF00_0000_0000_0000; // A multicast prefix in IPv6, from which nothing is sent.

    private readonly RateLimit _limit = new(options.Value.AddressRate, options.Value.AddressBurst);
    private readonly Bucket[] _buckets = new Bucket[Capacity];
    private readonly Lock[] _locks = [.. Enumerable.Range(0, Locks).Select(_ => new Lock())];
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))); // No one can aim at a set.

    private Gcra Rule => new(_limit, clock.TimestampFrequency);

    /// <summary>Spends a token of the address; those without one, which are no network's, share one bucket.</summary>
    public Admission Spend(IPAddress? address)
    {
        var key = KeyOf(address);
        var set = SetOf(key);
        lock (_locks[set % Locks])
        {
            var now = clock.GetTimestamp();
            ref var bucket = ref Find(_buckets.AsSpan(set * Ways, Ways), key);
            var admitted = Rule.Take(ref bucket.Arrival, now, wanted: 1) == 1;
            return new(
                admitted ? Verdict.Admitted : Verdict.Refused,
                _limit,
                Rule.Available(bucket.Arrival, now),
                admitted ? TimeSpan.Zero : Rule.Until(bucket.Arrival, now, tokens: 1));
        }
    }

    /// <summary>Gives back a token that the address spent, if its bucket is still remembered.</summary>
    public void GiveBack(IPAddress? address)
    {
        var key = KeyOf(address);
        var set = SetOf(key);
        lock (_locks[set % Locks])
        {
            foreach (ref var bucket in _buckets.AsSpan(set * Ways, Ways))
            {
                if (bucket.Key == key)
                {
                    Rule.GiveBack(ref bucket.Arrival);
                    return;
                }
            }
        }
    }

    private static ref Bucket Find(Span<Bucket> set, ulong key)
    {
        var nearestToFull = 0;
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i].Key == key)
            {
                return ref set[i];
            }

            nearestToFull = set[i].Arrival < set[nearestToFull].Arrival ? i : nearestToFull;
        }

        set[nearestToFull].Key = key;
        return ref set[nearestToFull];
    }

    private int SetOf(ulong key) => (int)(Mix(key ^ _seed) % Sets);

    private static ulong KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            address.MapToIPv4().TryWriteBytes(bytes, out _);
            return Ipv4 | BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    // The finaliser of splitmix64.
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return x ^ (x >> 31);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Bucket
    {
        public ulong Key;
        public Int128 Arrival;
    }
}
