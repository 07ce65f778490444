using Suite.Directory.Api;
using Suite.Directory.Clients;

namespace Suite.Directory.Accounts;

static class AccountExtensions
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<Passwords>().AddSingleton<SignInLimiter>().AddHttpContextAccessor().AddScoped<SignInRefusals>().AddScoped<SignIn>()
        .AddScoped<Sessions>().AddScoped<SessionDesk>().AddScoped<KeyDesk>().AddScoped<RevocationBook>()
        .AddScoped<AccountDesk>().AddScoped<AccountReader>()
        .AddScoped<ServiceClients>().AddScoped<ClientDesk>().AddScoped<ClientReader>();
}
