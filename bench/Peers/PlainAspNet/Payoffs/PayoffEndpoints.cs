using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LoApi.PlainAspNet.Authentication;
using LoApi.PlainAspNet.Errors;
using LoApi.PlainAspNet.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LoApi.PlainAspNet.Payoffs;

internal static class PayoffEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void MapPayoffs(this IEndpointRouteBuilder api)
    {
        var payoffs = api.MapGroup("/payoffs");
        payoffs.MapGet("/{id}", GetPayoff).RequireAuthorization("payoffs:read");
        payoffs.MapPost("/", CreatePayoff).RequireAuthorization("payoffs:write");
    }

    private static async Task<IResult> GetPayoff(string id, ClaimsPrincipal caller, LendingContext context)
    {
        if (await Queries.Reader(context, caller.UserId() ?? "") is not { } reader)
        {
            return Problem.Forbidden;
        }

        return await Queries.Payoff(context, id) is { } payoff && reader.Locations.Contains(payoff.LocationId)
            ? TypedResults.Ok(payoff.ToModel())
            : Problem.NotFound;
    }

    private static async Task<IResult> CreatePayoff(
        HttpContext http,
        PayoffModel draft,
        ClaimsPrincipal caller,
        LendingContext context,
        WriteGate gate,
        TimeProvider time,
        [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        if (key is null or { Length: > 255 })
        {
            return new Problem(400, "idempotency_key_missing", "Idempotency-Key is missing.");
        }

        if (await Queries.Reader(context, caller.UserId() ?? "") is not { } reader || !reader.Locations.Contains(caller.LocationId() ?? ""))
        {
            return Problem.Forbidden;
        }

        var client = caller.FindFirstValue("sub")!;
        var body = JsonSerializer.Serialize(draft, PeerJson.Default.PayoffModel);
        var fingerprint = Digest($"POST\n/api/v1/payoffs\n{reader.UserId}\n{caller.LocationId()}\n{body}");
        if (await Queries.Recorded(context, client, key) is { } earlier)
        {
            return Repeat(http, earlier, fingerprint);
        }

        var errors = PayoffRules.Check(draft, time);
        if (draft.LocationId is not null && draft.LocationId != caller.LocationId())
        {
            errors.Add(new("/location_id", "not_in_context"));
        }

        if (errors.Count > 0)
        {
            return new Problem(422, "validation_failed", "The body breaks rules.", errors);
        }

        var row = draft.ToRow(reader.UserId, Instant.Now(time));
        var answer = JsonSerializer.Serialize(row.ToModel(), PeerJson.Default.PayoffModel);
        Add(context, http, row, answer, client, key, fingerprint);
        try
        {
            await gate.RunAsync(() => context.SaveChangesAsync()); // One transaction.
        }
        catch (DbUpdateException)
        {
            // Which of the unique keys it was: that of the request, of the token, or of the open loan.
            return await Queries.Recorded(context, client, key) is { } winner
                ? Repeat(http, winner, fingerprint)
                : new Problem(409, "payoff_open", "The loan has an open payoff, or the token was used before.");
        }

        http.Response.Headers.Location = $"/api/v1/payoffs/{row.Id}";
        http.Response.Headers.ETag = "\"1\"";
        return TypedResults.Text(answer, Json, Encoding.UTF8, StatusCodes.Status201Created);
    }

    private static void Add(
        LendingContext context, HttpContext http, PayoffRow row, string answer, string client, string key, string fingerprint)
    {
        var caller = http.User;
        context.Add(row);
        context.Add(new IdempotencyRecord
        {
            ClientId = client,
            IdempotencyKey = key,
            Fingerprint = fingerprint,
            ResourceType = "payoff",
            ResourceId = row.Id,
            HttpStatus = StatusCodes.Status201Created,
            Etag = "\"1\"",
            ResponseBody = answer,
            CreatedAt = row.CreatedAt,
            Pruned = 0,
        });
        context.Add(new SpentToken
        {
            TokenId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\n{caller.FindFirstValue("jti")}")).AsSpan(0, 16)).ToString("D"),
            Fingerprint = fingerprint,
            ExpiresAt = DateTime.SpecifyKind(
                DateTime.Parse(caller.FindFirstValue("exp")!, null, System.Globalization.DateTimeStyles.RoundtripKind), DateTimeKind.Unspecified),
        });
        context.Add(new AuditRow
        {
            PartitionNo = 0,
            OrderNo = 1,
            ChangeId = Guid.CreateVersion7().ToString("D"),
            RecordKind = "change",
            Outcome = "success",
            OutcomeCode = "created",
            OccurredAt = row.CreatedAt,
            ClientId = client,
            UserId = row.RequestedBy,
            LocationId = row.LocationId,
            HttpMethod = http.Request.Method,
            RequestPath = http.Request.Path,
            ResourceType = "payoff",
            ResourceId = row.Id,
            VersionAfter = 1,
            AfterState = answer,
            RequestId = http.TraceIdentifier,
            RemoteIp = http.Connection.RemoteIpAddress?.ToString(),
            PayloadDigest = fingerprint,
        });
    }

    private static IResult Repeat(HttpContext http, IdempotencyRecord earlier, string fingerprint)
    {
        if (earlier.Fingerprint != fingerprint)
        {
            return new Problem(422, "idempotency_key_reused", "The key belongs to another request.");
        }

        http.Response.Headers["Idempotent-Replayed"] = "true";
        http.Response.Headers.ETag = earlier.Etag;
        return TypedResults.Text(earlier.ResponseBody, Json, Encoding.UTF8, earlier.HttpStatus);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
