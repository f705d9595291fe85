//! Where the preview listens: on this machine alone.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
};

use crate::diag::Fault;

/// The port a preview has when nothing is asked for.
const FIRST: u16 = 8375;

/// How many ports are tried one after the other.
const TRIES: u16 = 20;

/// Which port to listen on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Port {
    /// The usual one, or the next that is free.
    #[default]
    Usual,
    /// This one and no other; 0 is any that is free.
    Only(u16),
}

/// A socket that listens, and the address it can be reached at.
pub(super) fn listen(port: Port) -> Result<(TcpListener, SocketAddr), Fault> {
    let bound = match port {
        Port::Only(port) => bind(port),
        Port::Usual => usual(FIRST),
    };
    let told = bound.and_then(|socket| Ok((socket.local_addr()?, socket)));
    match told {
        Ok((address, socket)) => Ok((socket, address)),
        Err(error) => Err(refused(port, &error)),
    }
}

/// The first free port from one on, else any.
fn usual(first: u16) -> io::Result<TcpListener> {
    let mut ports = (0..TRIES).filter_map(|step| first.checked_add(step));
    let free = ports.find_map(|port| match bind(port) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => None,
        bound => Some(bound),
    });
    free.unwrap_or_else(|| bind(0))
}

fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn refused(port: Port, error: &io::Error) -> Fault {
    match port {
        Port::Only(port) if error.kind() == io::ErrorKind::AddrInUse => Fault::refused(
            format!(
                "cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác với --port, hoặc bỏ --port"
            ),
            format!(
                "port {port} is used by another program; choose another with --port, or leave --port out"
            ),
        ),
        _ => Fault::refused(
            format!("không mở được cổng trên máy này: {error}"),
            format!("cannot listen on this machine: {error}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn a_port_asked_for_is_that_one_or_none() {
        let (taken, address) = listen(Port::Only(0)).unwrap();
        assert!(address.ip().is_loopback());
        let fault = listen(Port::Only(address.port())).unwrap_err();
        assert!(fault.words(Lang::En).contains("--port"), "{fault:?}");
        drop(taken);
    }

    #[test]
    fn the_next_free_port_is_taken() {
        let (taken, address) = listen(Port::Only(0)).unwrap();
        let next = usual(address.port()).unwrap();
        assert_ne!(next.local_addr().unwrap().port(), address.port());
        drop(taken);
    }
}
