//! The command `portal-backend`: options in, one clear block or one clear line out; knows nothing that the library does not.

use clap::{Parser, ValueEnum};
use portal_backend::seed::accounts::{PASSWORD, ROLES};
use portal_backend::{Options, Seed, Server, StartError, start};
use std::io::{IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The reference backend of the portal contract: for development, tests and demonstration.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Address to listen on; plain http is served on loopback addresses only
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    host: IpAddr,
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Database file, made when missing [default: $XDG_STATE_HOME/intraparis-nomade/portal.sqlite, or under ~/.local/state]
    #[arg(long, value_name = "PATH")]
    database: Option<PathBuf>,
    /// Built site to serve [default: ./dist when it is there]
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// What the database is filled with; another seed than the one it holds empties it first
    #[arg(long, value_enum, default_value_t = SeedName::Demo)]
    seed: SeedName,
    /// How many documents agent.demo has, for measuring
    #[arg(long, value_name = "NUMBER", hide = true)]
    documents: Option<u32>,
    /// Serve /test/*: reset, clock, network, portal, documents, leave, faults (loopback addresses only)
    #[arg(long)]
    test_controls: bool,
    /// Serve https with a self-signed certificate made at the start
    #[arg(long)]
    tls: bool,
    /// Further origin that may call, such as http://localhost:8081 (repeatable)
    #[arg(long, value_name = "ORIGIN")]
    origin: Vec<String>,
    /// Page and API on two sites: partitioned cookies, and CORS for every --origin
    #[arg(long)]
    cross_site: bool,
    /// Origin of an API elsewhere that the served site may call
    #[arg(long, value_name = "ORIGIN")]
    api_origin: Option<String>,
    /// Host that GET /portal calls canonical [default: the one that was asked]
    #[arg(long, value_name = "HOST[:PORT]")]
    canonical_host: Option<String>,
    /// How many failed sign-ins a minute one address may make before it must wait
    #[arg(long, value_name = "NUMBER", default_value_t = Options::default().failures_a_minute)]
    failures_a_minute: u32,
    /// How the log on standard error is written
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SeedName {
    /// Thirty months of payslips and some documents
    Demo,
    /// Ten years of payslips and two thousand documents
    Large,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Log {
    /// One JSON object a line
    Json,
    /// For people
    Text,
}

fn host(text: &str) -> Result<IpAddr, String> {
    if text == "localhost" {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    text.parse().map_err(|_| "not an IP address".to_owned())
}

impl From<Arguments> for Options {
    fn from(arguments: Arguments) -> Self {
        let defaults = Self::default();
        let built = PathBuf::from("dist");
        Self {
            host: arguments.host,
            port: arguments.port,
            database: arguments.database.unwrap_or(defaults.database),
            site: arguments
                .site
                .or_else(|| built.join("index.html").is_file().then_some(built)),
            seed: match arguments.seed {
                SeedName::Demo => Seed::Demo,
                SeedName::Large => Seed::Large,
            },
            documents: arguments.documents,
            test_controls: arguments.test_controls,
            tls: arguments.tls,
            origins: arguments.origin,
            cross_site: arguments.cross_site,
            api_origin: arguments.api_origin,
            canonical_host: arguments.canonical_host,
            failures_a_minute: arguments.failures_a_minute,
            ..Self::default()
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log_to_stderr(arguments.log);
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&error),
    };
    let ended = runtime.block_on(run(arguments.into()));
    // What a request was doing off the main threads when its time was over is not waited for.
    runtime.shutdown_background();
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&error),
    }
}

fn refuse(error: &dyn std::fmt::Display) -> ExitCode {
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(std::io::stderr(), "portal-backend: {error}");
    ExitCode::FAILURE
}

fn log_to_stderr(log: Log) {
    let subscriber = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    match log {
        Log::Json => subscriber
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .init(),
        Log::Text => subscriber.compact().init(),
    }
    // The place is enough to mend it; what a panic says may hold what a person sent.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "a fault of this program");
    }));
}

async fn run(options: Options) -> Result<(), StartError> {
    let (database, site) = (options.database.clone(), options.site.clone());
    // Listens for signals from now on, not only once the server has started.
    let interrupted = tokio::spawn(interrupted());
    let server = start(options).await?;
    announce(&server, &database, site.as_deref());
    // An error is a panic there: stopping is right then too.
    let _ = interrupted.await;
    tracing::info!("stopping");
    server.stop().await;
    Ok(())
}

/// Says where the portal is and who may sign in.
fn announce(server: &Server, database: &Path, site: Option<&Path>) {
    let mut text = format!("\n  IntraParis Nomade  {}\n\n", server.url());
    for role in &ROLES {
        text.push_str(&format!("  {:<14} {}\n", role.username, role.purpose));
    }
    text.push_str(&format!("\n  Mot de passe / password: {PASSWORD}\n"));
    text.push_str(&format!(
        "  Base de données / database: {}\n",
        database.display()
    ));
    match site {
        Some(site) => text.push_str(&format!("  Site: {}\n", site.display())),
        None => text.push_str("  Site: aucun, API seule / none, API only\n"),
    }
    text.push_str("  Arrêter / stop: Ctrl+C\n\n");
    // Whoever closed standard output does not want to know.
    let _ = std::io::stdout().write_all(text.as_bytes());
    let _ = std::io::stdout().flush();
}

/// Ends with the first signal to stop.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut interrupt), Ok(mut terminate)) = (
            signal(SignalKind::interrupt()),
            signal(SignalKind::terminate()),
        ) {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
