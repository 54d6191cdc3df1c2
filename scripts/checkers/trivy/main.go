// Command trivy-checks holds Terraform and CloudFormation files against the checks that come with Trivy, with its own
// engine, and prints what failed and how many checks passed as JSON.
//
// The program of Trivy itself has the same engine, and images, clusters and registries besides, which take far longer to
// compile than everything that is used here.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/aquasecurity/trivy/pkg/iac/rego"
	"github.com/aquasecurity/trivy/pkg/iac/scan"
	"github.com/aquasecurity/trivy/pkg/iac/scanners"
	"github.com/aquasecurity/trivy/pkg/iac/scanners/cloudformation"
	"github.com/aquasecurity/trivy/pkg/iac/scanners/options"
	"github.com/aquasecurity/trivy/pkg/iac/scanners/terraform"
)

// A failure is one check that one resource does not pass.
type failure struct {
	Check    string `json:"check"`
	File     string `json:"file"`
	Resource string `json:"resource"`
	Message  string `json:"message"`
}

// A report is what one scanner found in one folder.
type report struct {
	Passed   int       `json:"passed"`
	Failures []failure `json:"failures"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "trivy-checks:", err)
		os.Exit(2)
	}
}

// Each folder is a module of its own: what two of them declare under one name does not collide. One scanner goes through
// all of them, since compiling the checks takes seconds.
func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("say 'terraform' or 'cloudformation', then folders")
	}
	scanner, err := newScanner(args[0])
	if err != nil {
		return err
	}
	reports := make(map[string]report, len(args)-1)
	for _, folder := range args[1:] {
		results, err := scanner.ScanFS(context.Background(), os.DirFS(folder), ".")
		if err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
		reports[folder] = toReport(results)
	}
	return json.NewEncoder(os.Stdout).Encode(reports)
}

func newScanner(language string) (scanners.FSScanner, error) {
	opts := []options.ScannerOption{
		rego.WithEmbeddedPolicies(true),
		rego.WithEmbeddedLibraries(true),
	}
	switch language {
	case "terraform":
		return terraform.New(opts...), nil
	case "cloudformation":
		return cloudformation.New(opts...), nil
	}
	return nil, fmt.Errorf("'%s' is neither 'terraform' nor 'cloudformation'", language)
}

func toReport(results scan.Results) report {
	found := report{Passed: len(results.GetPassed()), Failures: []failure{}}
	for _, result := range results.GetFailed() {
		flat := result.Flatten()
		found.Failures = append(found.Failures, failure{
			Check:    result.Rule().CanonicalID(),
			File:     flat.Location.Filename,
			Resource: flat.Resource,
			Message:  flat.Description,
		})
	}
	return found
}
