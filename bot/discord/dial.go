package discord

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"golang.org/x/net/proxy"
)

// dial connects to a gateway's address.
type dial func(ctx context.Context, network, address string) (net.Conn, error)

// dialPlain connects to a gateway without encryption.
func dialPlain(ctx context.Context, network, address string) (net.Conn, error) {
	return dialProxied(ctx, network, address, "http")
}

// dialTLS returns a function that connects to a gateway and does the TLS handshake here, so that what lies above it is
// plain text. roots are the authorities that are trusted; nil means the system's.
func dialTLS(roots *x509.CertPool) dial {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return nil, err
		}
		conn, err := dialProxied(ctx, network, address, "https")
		if err != nil {
			return nil, err
		}
		return handshake(ctx, conn, &tls.Config{ServerName: host, RootCAs: roots})
	}
}

// handshake puts TLS on conn, or closes it.
func handshake(ctx context.Context, conn net.Conn, config *tls.Config) (net.Conn, error) {
	secure := tls.Client(conn, config)
	if err := secure.HandshakeContext(ctx); err != nil {
		conn.Close()
		return nil, err
	}
	return secure, nil
}

// dialProxied connects to address, through the proxy that the environment names for scheme, if any.
func dialProxied(ctx context.Context, network, address, scheme string) (net.Conn, error) {
	via, err := http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: scheme, Host: address}})
	if err != nil {
		return nil, err
	}
	return dialVia(ctx, network, address, via)
}

func dialVia(ctx context.Context, network, address string, via *url.URL) (net.Conn, error) {
	direct := &net.Dialer{}
	switch {
	case via == nil:
		return direct.DialContext(ctx, network, address)
	case via.Scheme == "http" || via.Scheme == "https":
		return dialTunnel(ctx, network, address, via)
	}
	d, err := proxy.FromURL(via, direct)
	if err != nil {
		return nil, err
	}
	if d, ok := d.(proxy.ContextDialer); ok {
		return d.DialContext(ctx, network, address)
	}
	return nil, errors.New("the proxy's kind cannot be used")
}

// dialTunnel connects to an HTTP proxy and has it connect to address.
func dialTunnel(ctx context.Context, network, address string, via *url.URL) (net.Conn, error) {
	port := via.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[via.Scheme]
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, network, net.JoinHostPort(via.Hostname(), port))
	if err == nil && via.Scheme == "https" {
		conn, err = handshake(ctx, conn, &tls.Config{ServerName: via.Hostname()})
	}
	if err != nil {
		return nil, fmt.Errorf("the proxy cannot be reached: %w", err)
	}
	// The exchange with the proxy ends with ctx; its result is read after the stop.
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	err = tunnel(conn, address, via.User)
	if !stop() || err != nil {
		conn.Close()
		return nil, errors.Join(err, ctx.Err())
	}
	return conn, nil
}

// tunnel asks the proxy at the other end of conn for a connection to address.
func tunnel(conn net.Conn, address string, user *url.Userinfo) error {
	connect := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: address}, Host: address, Header: http.Header{}}
	if user != nil {
		password, _ := user.Password()
		auth := http.Request{Header: http.Header{}}
		auth.SetBasicAuth(user.Username(), password)
		connect.Header.Set("Proxy-Authorization", auth.Header.Get("Authorization"))
	}
	if err := connect.Write(conn); err != nil {
		return err
	}
	// The other end of the tunnel says nothing before it is spoken to, so that nothing is left in the reader.
	resp, err := http.ReadResponse(bufio.NewReader(conn), connect)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the proxy answered %s", resp.Status)
	}
	return nil
}
