using LoApi.Storage.Subjects;
using LoApi.Subjects;
using Orleans.Concurrency;

namespace LoApi.Grains.Subjects;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class SubjectGrain(SubjectRepository subjects) : Grain, ISubjectGrain
{
    public Task<string?> FindUserAsync(string issuer, string subject) => subjects.FindUserAsync(issuer, subject, CancellationToken.None);
}
