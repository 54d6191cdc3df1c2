// Command terraform-format prints named Terraform files as `terraform fmt` leaves them, as JSON by their names. It uses what
// `terraform fmt` is built on.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

func main() {
	formatted := map[string]string{}
	for _, path := range os.Args[1:] {
		text, err := format(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		formatted[path] = text
	}
	if err := json.NewEncoder(os.Stdout).Encode(formatted); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func format(path string) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	// The formatter itself takes anything.
	if _, problems := hclwrite.ParseConfig(source, path, hcl.InitialPos); problems.HasErrors() {
		return "", fmt.Errorf("%s: %w", path, problems)
	}
	return string(hclwrite.Format(source)), nil
}
